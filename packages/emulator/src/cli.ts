#!/usr/bin/env node
import { readCommandLine, usage } from './cli-options.ts'
import { serve } from './serve.ts'

const line = readCommandLine(process.argv.slice(2), process.env)
if ('help' in line) {
  console.log(usage)
} else if ('problem' in line) {
  console.error(line.problem)
  process.exitCode = 1
} else {
  try {
    const emulator = await serve(line.options)
    console.log(`The network is open: ${emulator.url}`)
    console.log(
      `In a phone's client the app is at ${emulator.native}: let that origin in where the app's is.`,
    )
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void emulator.close().then(() => process.exit(0)))
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
