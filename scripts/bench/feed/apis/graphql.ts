/** Carries out GraphQL over plain data, as far as clients of a storefront need it. */

/** What graphql-js makes of a document, as far as it is read here. */
export interface Document {
  definitions: readonly unknown[]
}

interface Node {
  kind: string
  name: { value: string }
  alias?: { value: string }
  value: Node & { value: string; name: { value: string } }
  arguments?: readonly Node[]
  selectionSet?: { selections: readonly Node[] }
  typeCondition?: { name: { value: string } }
  variableDefinitions?: readonly (Node & { variable: Node; defaultValue?: Node & { value: string } })[]
}

export type Arguments = Record<string, unknown>
/** A field is a value, or a function of its arguments. `__typename` chooses fragments. */
export type Fields = { [field: string]: unknown }

/** The `data` of an answer. A field that nobody knows throws: a stub that guesses would measure something else. */
export function execute(document: Document, variables: Arguments, root: Fields): Fields {
  const nodes = document.definitions as readonly Node[]
  const fragments = new Map(
    nodes.filter(({ kind }) => kind === 'FragmentDefinition').map((node) => [node.name.value, node]),
  )
  const operation = nodes.find(({ kind }) => kind === 'OperationDefinition')
  const defaults = (operation?.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, literal(defaultValue)] as const] : [],
  )
  const given = Object.entries(variables).filter(([, value]) => value !== undefined)
  const known: Arguments = { ...Object.fromEntries(defaults), ...Object.fromEntries(given) }
  return select(operation, root)

  function select(node: Node | undefined, value: Fields): Fields {
    const chosen: Fields = {}
    for (const selection of node?.selectionSet?.selections ?? []) {
      if (selection.kind === 'Field') {
        const name = selection.alias?.value ?? selection.name.value
        chosen[name] = merge(chosen[name], read(selection, value))
        continue
      }
      const fragment = selection.kind === 'FragmentSpread' ? fragments.get(selection.name.value) : selection
      const type = fragment?.typeCondition?.name.value
      if (type === undefined || isA(value.__typename, type)) merge(chosen, select(fragment, value))
    }
    return chosen
  }

  function read(selection: Node, value: Fields): unknown {
    const name = selection.name.value
    if (!(name in value)) throw new Error(`${String(value.__typename)} has no field ${name}`)
    const field = value[name]
    const found = typeof field === 'function' ? field(argumentsOf(selection)) : field
    if (!selection.selectionSet) return found
    if (Array.isArray(found)) return found.map((one) => one && select(selection, one))
    return found && select(selection, found as Fields)
  }

  function argumentsOf({ arguments: given = [] }: Node): Arguments {
    return Object.fromEntries(given.map(({ name, value }) => [name.value, literal(value)]))
  }

  function literal(node: Node & { value: unknown }): unknown {
    if (node.kind === 'Variable') return known[node.name.value]
    return node.kind === 'IntValue' ? Number(node.value) : node.value
  }
}

/** Two selections of one field are one. */
function merge(before: unknown, next: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(next)) return next.map((one, index) => merge(before[index], one))
  if (!isFields(before) || !isFields(next)) return next
  for (const [name, value] of Object.entries(next)) before[name] = merge(before[name], value)
  return before
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The interfaces that clients of a storefront name. */
const isA = (type: unknown, asked: string) =>
  type === asked || asked === 'Node' || (asked === 'BaseCartLine' && type === 'CartLine')
