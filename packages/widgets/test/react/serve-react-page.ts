import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import { type Listening, listen } from '../../../../scripts/listen.ts'

const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>A page in React</title>
    <link rel="icon" href="data:," />
    STYLES
    <script type="module" src="/main.js"></script>
  </head>
  <body><div id="root"></div></body>
</html>
`

/** Builds a page in React 19 around the widgets and serves it: `/`, and `/?look=vkui` in VKUI. */
export async function serveReactPage(): Promise<Listening> {
  const files = await buildPage()
  const look = createRequire(import.meta.url).resolve('@vkontakte/vkui/dist/vkui.css')
  files.set('/vkui.css', await readFile(look))
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const file = files.get(pathname)
    const type = pathname.endsWith('.css') ? 'text/css' : pathname === '/' ? 'text/html' : 'text/javascript'
    response.setHeader('content-type', `${type}; charset=utf-8`)
    if (file !== undefined) return response.end(file)
    if (pathname !== '/') return response.writeHead(404).end()
    const vkui = searchParams.get('look') === 'vkui'
    response.end(html.replace('STYLES', vkui ? '<link rel="stylesheet" href="/vkui.css" />' : ''))
  })
  return listen(server)
}

const source = (name: string) => fileURLToPath(new URL(name, import.meta.url))

async function buildPage(): Promise<Map<string, string | Uint8Array>> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    // The test's own part says at its top that it is React's; the widgets are Preact's.
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      minify: false,
      cssMinify: true,
      cssTarget: 'esnext',
      lib: { entry: source('main.tsx'), formats: ['es'], fileName: () => 'main.js' },
    },
  })
  const [bundled] = [result].flat() as Rolldown.RolldownOutput[]
  return new Map(
    bundled?.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  )
}
