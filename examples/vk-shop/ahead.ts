import type { Plugin } from 'vite'

/** Chunks that the first screen needs, and that are found late: behind the page's own script, one behind another. */
const needed =
  /\/(widgets\/src\/page\.tsx|widgets\/src\/texts\/ru\.ts|widgets\/src\/aside\/pieces\.ts|ky\/.*)$/

/** Has the browser fetch beside the page's script what it will ask for, and get through to the server meanwhile. */
export function ahead(): Plugin {
  let base = '/'
  let settings: Record<string, string | undefined> = {}
  return {
    name: 'vitrina-ahead',
    apply: 'build',
    configResolved(config) {
      base = config.base
      const defined = (name: string) => config.define?.[`import.meta.env.${name}`]
      settings = Object.fromEntries(
        ['VITE_VITRINA_URL', 'VITE_VITRINA_SHOP', 'VITE_VITRINA_COMMUNITIES'].map((name) => [
          name,
          config.env[name] ?? (defined(name) && JSON.parse(defined(name))),
        ]),
      )
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk')
        const wanted = new Set<string>()
        const want = (name: string) => {
          if (wanted.has(name)) return
          wanted.add(name)
          for (const each of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) want(each)
        }
        for (const { fileName, facadeModuleId } of chunks)
          if (needed.test(facadeModuleId?.replaceAll('\\', '/') ?? '')) want(fileName)
        const preloads = [...wanted]
          .filter((name) => !html.includes(name))
          .map((name) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: base + name },
            injectTo: 'head' as const,
          }))
        return [...firstAnswers(settings), ...preloads]
      },
    },
  }
}

/**
 * What the list of products asks first, asked for while the scripts are on their way. A shop for each community is known
 * when the app runs and not before: then only the way to the server is made ready.
 */
function firstAnswers({
  VITE_VITRINA_URL: server,
  VITE_VITRINA_SHOP: shop = 'lavka',
  VITE_VITRINA_COMMUNITIES: communities,
}: Record<string, string | undefined>) {
  if (!server) return []
  const link = (attrs: Record<string, string>) => ({
    tag: 'link',
    attrs: { ...attrs, crossorigin: true },
    injectTo: 'head' as const,
  })
  if (communities) return [link({ rel: 'preconnect', href: new URL(server).origin })]
  const base = `${server.replace(/\/$/, '')}/v1/shops/${encodeURIComponent(shop)}`
  return ['products', 'categories'].map((path) =>
    link({ rel: 'preload', as: 'fetch', href: `${base}/${path}` }),
  )
}
