/** Tries what must not go wrong with a purchase: `npm run faults -- schedules --runs 200`. */
import { runFaults } from './faults/command.ts'

process.exit(await runFaults(process.argv.slice(2)))
