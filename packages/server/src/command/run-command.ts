import { type Environment, readEnvironment } from '../configuration/environment.ts'
import { loadConfig } from '../configuration/load-config.ts'
import { databaseLocation } from '../configuration/location.ts'
import type { VitrinaConfig } from '../configuration/shop-config.ts'
import { migrate } from '../database/migrate.ts'
import { type Database, openDatabase } from '../database/open-database.ts'
import { forgetCommand } from './forget-command.ts'
import { help } from './help.ts'
import { importCommand } from './import-command.ts'
import { orderCommand, ordersCommand } from './order-command.ts'
import { type Call, parseCall } from './parse-call.ts'
import { sentenceOf } from './sentence.ts'
import { serveCommand } from './serve-command.ts'

/** What a command has of the world. */
export interface CommandWorld {
  args: string[]
  variables: Record<string, string | undefined>
  /** One line, one fact. */
  print(line: string): void
  printError(line: string): void
  /** Resolves when the process is asked to end. */
  stopped: Promise<void>
}

/** A command that has found its configuration and its data base. */
export interface CommandSetting {
  world: CommandWorld
  environment: Environment
  config: VitrinaConfig
  database: Database
}

/** Runs `vitrina-server`; answers with the exit code: 0, 1 when it failed, 2 when it was called wrongly. */
export async function runCommand(world: CommandWorld): Promise<number> {
  const call = parseCall(world.args)
  if (typeof call === 'string') {
    world.printError(`${call} Try vitrina-server --help.`)
    return 2
  }
  if (call.help) {
    world.print(help)
    return 0
  }
  const environment = readEnvironment({
    ...world.variables,
    ...(call.port !== undefined && { PORT: call.port }),
    ...(call.host !== undefined && { HOST: call.host }),
  })
  if (!environment.ok) return refuse(world, environment.error.reason)
  const config = call.command === 'migrate' ? undefined : await loadConfig(call.config)
  if (config && !config.ok) return refuse(world, config.error.reason)
  const opened = await openDatabase(databaseLocation(environment.value))
  if (!opened.ok) return refuse(world, sentenceOf(opened.error))
  const database = opened.value
  try {
    const ran = await migrate(database)
    if (!config) return report(world, ran)
    const setting = { world, environment: environment.value, config: config.value, database }
    return await runWith(setting, call)
  } catch (error) {
    return refuse(world, error instanceof Error ? error.message : String(error))
  } finally {
    await database.close()
  }
}

function runWith(
  setting: CommandSetting,
  { command, feed, seller, order, state, buyer }: Call,
): Promise<number> {
  switch (command) {
    case 'import':
      return importCommand(setting, feed, { again: true, sellerId: seller })
    case 'orders':
      return ordersCommand(setting)
    case 'order':
      return orderCommand(setting, order, state)
    case 'forget':
      return forgetCommand(setting, buyer)
    default:
      return serveCommand(setting, feed)
  }
}

function report(world: CommandWorld, ran: readonly string[]): number {
  world.print(ran.length > 0 ? `Migrated: ${ran.join(', ')}` : 'The tables are up to date.')
  return 0
}

function refuse(world: CommandWorld, sentence: string): number {
  world.printError(sentence)
  return 1
}
