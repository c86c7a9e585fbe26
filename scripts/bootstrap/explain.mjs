const unreachable =
  /\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ERR_PNPM_META_FETCH_FAIL)\b/

/**
 * One sentence for what npm or pnpm said when it failed, with the end of it where the reason is not known.
 * @param {string} output
 */
export function explain(output) {
  const code = unreachable.exec(output)?.[1]
  if (code) {
    const address = /\bhttps?:\/\/[^\s/"']+/.exec(output)?.[0]
    const registry = address ? `The npm registry ${address}` : 'The npm registry'
    return `${registry} cannot be reached (${code}); check the network, or npm's "registry" and "proxy" settings, and run this again.`
  }
  if (/\bENOSPC\b/.test(output))
    return 'The disk is full: setting up needs about 2 GB. Make room and run this again.'
  if (/ERR_PNPM_OUTDATED_LOCKFILE/.test(output)) {
    return 'pnpm-lock.yaml does not match the package.json files; run "pnpm install" and commit what it changes.'
  }
  const tail = output.trimEnd().split('\n').slice(-20).join('\n')
  return `${tail}\n\nSetting up failed; above is the end of what npm and pnpm said.`
}
