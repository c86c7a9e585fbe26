/** Every script that `scripts/run.mjs` runs, and where it is. */
export const menu = {
  start: 'scripts/start.ts',
  test: 'scripts/test.ts',
  build: 'scripts/build.ts',
  size: 'scripts/size.ts',
  fix: 'scripts/fix.ts',
  docs: 'scripts/docs.ts',
  faults: 'scripts/faults.ts',
  mutate: 'scripts/mutate.ts',
  'bench:core': 'scripts/bench/core.ts',
  'bench:feed': 'scripts/bench/feed.ts',
  'bench:server': 'scripts/bench/server.ts',
  'bench:import': 'scripts/bench/import.ts',
  'bench:start': 'scripts/bench/start.ts',
  screenshot: 'scripts/screenshot.ts',
  shots: 'scripts/shots.ts',
}
