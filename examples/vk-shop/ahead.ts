import type { Plugin } from 'vite'

/** Chunks that the first screen needs, and that are found late: behind the page's own script, one behind another. */
const needed =
  /\/(widgets\/src\/page\.tsx|widgets\/src\/texts\/ru\.ts|widgets\/src\/aside\/pieces\.ts|ky\/.*)$/

/** Has the browser fetch beside the page's script what it will ask for, and get through to the server meanwhile. */
export function ahead(): Plugin {
  let base = '/'
  let server: string | undefined
  return {
    name: 'vitrina-ahead',
    apply: 'build',
    configResolved(config) {
      base = config.base
      server = config.env.VITE_VITRINA_URL
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
        if (!server) return preloads
        const attrs = { rel: 'preconnect', crossorigin: true, href: new URL(server).origin }
        return [{ tag: 'link', attrs, injectTo: 'head' as const }, ...preloads]
      },
    },
  }
}
