// Runs a script of this folder with everything it needs: `node scripts/run.mjs start --port 5100`.
// Kept so plain that an old Node still parses it and can be told what is wrong.
const version = process.versions.node

if (Number(version.split('.')[0]) < 18) {
  console.error(
    `Vitrina needs Node 18 or newer, and this is Node ${version}: get one from https://nodejs.org.`,
  )
  process.exitCode = 1
} else {
  import('./bootstrap/main.mjs').then((bootstrap) => bootstrap.main(process.argv[2], process.argv.slice(3)))
}
