#!/usr/bin/env node
import process from 'node:process'
import { runCommand } from './command/run-command.ts'

const stopped = new Promise<void>((resolve) => {
  process.once('SIGTERM', () => resolve())
  process.once('SIGINT', () => resolve())
})

process.exitCode = await runCommand({
  args: process.argv.slice(2),
  variables: process.env,
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
  stopped,
})
