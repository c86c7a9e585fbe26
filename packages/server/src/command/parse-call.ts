import { parseArgs } from 'node:util'

export interface Call {
  help: boolean
  command: 'serve' | 'import' | 'migrate' | 'orders' | 'order' | 'forget'
  config: string
  /** '' for none. */
  feed: string
  /** Whose feed it is; '' for the shop itself. */
  seller: string
  /** The number of an order, and the state to bring it to; '' for none. */
  order: string
  state: string
  /** The id of a buyer, as its authenticator gives it; '' for none. */
  buyer: string
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
        seller: { type: 'string', default: '' },
        port: { type: 'string' },
        host: { type: 'string' },
      },
    })
    const { import: toImport, ...rest } = values
    const [command = '', ...given] = positionals
    const call = { ...rest, feed: '', order: '', state: '', buyer: '' }
    if (values.help) return { ...call, command: 'serve' }
    if (values.seller && command !== 'import') return 'A seller is named for an import.'
    if (given.length > most(command)) return 'There is an argument too many.'
    const [first = '', state = ''] = given
    switch (command) {
      case 'serve':
        return { ...call, command, feed: toImport }
      case 'import':
        return first
          ? { ...call, command, feed: first }
          : 'The import needs a feed: a file or an https address.'
      case 'migrate':
      case 'orders':
        return { ...call, command }
      case 'order':
        return first ? { ...call, command, order: first, state } : 'Which order? Its number is missing.'
      case 'forget':
        return first ? { ...call, command, buyer: first } : 'Whom? The id of the buyer is missing.'
      default:
        return command ? `There is no command ${command}.` : 'The command is missing.'
    }
  } catch (error) {
    return error instanceof Error
      ? `${error.message.split('. ')[0]?.replace(/\.$/, '')}.`
      : 'Wrong arguments.'
  }
}

/** How many arguments a command takes. */
function most(command: string): number {
  return command === 'order' ? 2 : command === 'import' || command === 'forget' ? 1 : 0
}
