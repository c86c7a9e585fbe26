import { parseArgs } from 'node:util'

export interface Call {
  help: boolean
  command: 'serve' | 'import' | 'migrate'
  config: string
  /** '' for none. */
  feed: string
  port?: string | undefined
  host?: string | undefined
}

/** The call, or a sentence on what is wrong with it. */
export function parseCall(args: string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        config: { type: 'string', default: 'vitrina.config.ts' },
        import: { type: 'string', default: '' },
        port: { type: 'string' },
        host: { type: 'string' },
      },
    })
    const { import: toImport, ...rest } = values
    const [command = '', feed = '', ...more] = positionals
    if (values.help) return { ...rest, command: 'serve', feed }
    if (more.length > 0 || (feed && command !== 'import')) return 'There is an argument too many.'
    switch (command) {
      case 'serve':
        return { ...rest, command, feed: toImport }
      case 'import':
        return feed ? { ...rest, command, feed } : 'The import needs the file of a feed.'
      case 'migrate':
        return { ...rest, command, feed: '' }
      default:
        return command ? `There is no command ${command}.` : 'The command is missing.'
    }
  } catch (error) {
    return error instanceof Error
      ? `${error.message.split('. ')[0]?.replace(/\.$/, '')}.`
      : 'Wrong arguments.'
  }
}
