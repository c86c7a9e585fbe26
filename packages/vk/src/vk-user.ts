/** Name and picture out of `VKWebAppGetUserInfo`, as far as they are there. */
export function readUser(info: Readonly<Record<string, unknown>>): { name?: string; picture?: string } {
  const { first_name, last_name, photo_200, photo_100 } = info
  const name = [first_name, last_name].filter(Boolean).join(' ').trim()
  const picture = photo_200 || photo_100
  return { ...(name && { name }), ...(typeof picture === 'string' && { picture }) }
}
