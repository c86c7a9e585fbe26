import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** All of it in one file, which any web server or CDN serves: dist/vitrina.js. */
export default defineConfig({
  root: path('.'),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: path('./dist'),
    emptyOutDir: false,
    target: 'es2022',
    cssMinify: true,
    cssTarget: 'esnext',
    lib: { entry: path('./src/index.ts'), formats: ['es'], fileName: 'vitrina' },
    rolldownOptions: { output: { codeSplitting: false, minify: true, comments: { annotation: false } } },
  },
})
