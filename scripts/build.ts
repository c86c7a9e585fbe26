/** Builds the packages as they are published, each to its `dist`; names choose some: `npm run build -- core api`. */
import { buildPackage } from './build/package.ts'
import { packages } from './workspace.ts'

const chosen = process.argv.slice(2)
for (const one of packages().filter(({ short }) => chosen.length === 0 || chosen.includes(short))) {
  const started = Date.now()
  await buildPackage(one)
  console.log(`${one.manifest.name} built in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}
