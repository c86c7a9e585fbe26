import type { FaultName } from './faults/faults.ts'
import type { HostName } from './hosts/emulated-host.ts'
import type { LaunchFlaw } from './launch-flaw.ts'
import { type LogEntry, record } from './network/call-log.ts'
import { type Permission, type Subject, subjects } from './network/question.ts'
import type { Speed } from './network/speed.ts'
import { type RunningEmulator, type ServeOptions, serve } from './serve.ts'

/** What is needed of Playwright's `Page`; any version of it fits. */
export interface DrivenPage {
  goto(url: string): Promise<unknown>
  exposeFunction(name: string, callback: (entry: LogEntry) => void): Promise<unknown>
  evaluate(script: string): Promise<unknown>
  locator(selector: string): { click(): Promise<void>; waitFor(): Promise<void> }
  frameLocator(selector: string): unknown
}

/** Who looks, where, and what goes wrong. What is not said is as on the emulator's page. */
export interface EmulatedSetup {
  host?: HostName
  /** `vera`, `timur`, or `nina`, who is the admin of a community. */
  user?: string
  language?: 'ru' | 'en'
  scheme?: 'light' | 'dark'
  /** What the user says to questions: to all of them, or by subject. Without it the test answers each. */
  permissions?: Permission | Partial<Record<Subject, Permission>>
  faults?: readonly FaultName[]
  /** Faults by chance, the same ones for the same number. */
  seed?: number
  launch?: LaunchFlaw
  /** A method that is never answered. */
  never?: string
  /** Of the app's connection; for it the app is served through the proxy, also in a frame. */
  speed?: Speed
  /** What stands behind the `#` of the link that opened the app. */
  deepLink?: string
}

/** A running emulator by its `url`, or one of its own, `serve`. */
export type EmulateOptions = EmulatedSetup & ({ url: string } | { serve: ServeOptions })

export interface Emulated<Frame> {
  /** The mini app. */
  app: Frame
  /** Each call of the bridge and each event, the oldest first, with its answer as soon as there is one. */
  calls: readonly LogEntry[]
  /** Waits until the user is asked about this, and allows it. */
  grant(subject: Subject): Promise<void>
  refuse(subject: Subject): Promise<void>
  grantPhone(): Promise<void>
  refusePhone(): Promise<void>
  /** Waits for the sheet of a payment, and pays, fails to, or closes it. */
  pay(how: 'approve' | 'fail' | 'cancel'): Promise<void>
  /** The user looks at something else, and comes back. */
  hide(): Promise<void>
  restore(): Promise<void>
  /** From now on these faults and no others. */
  setFaults(faults: readonly FaultName[]): Promise<void>
  /** From now on the app's connection is that fast. */
  setSpeed(speed: Speed): Promise<void>
  /** Ends the emulator if it was started for this. */
  close(): Promise<void>
}

const logs = new WeakMap<DrivenPage, LogEntry[]>()

/**
 * Opens a mini app in a network that a test plays. Resolves when the app has said `VKWebAppInit`.
 *
 * @example
 * const vk = await emulate(page, { url: 'http://localhost:4100', host: 'vk-ios' })
 * await vk.app.getByRole('button', { name: 'Fill in' }).click()
 * await vk.grantPhone()
 */
export async function emulate<Page extends DrivenPage>(
  page: Page,
  options: EmulateOptions,
): Promise<Emulated<ReturnType<Page['frameLocator']>>> {
  let own: RunningEmulator | undefined
  if ('serve' in options) own = await serve({ port: 0, ...options.serve })
  const url = 'url' in options ? options.url : own?.url
  const calls = await listen(page)
  const hash = options.deepLink ? `#${options.deepLink}` : ''
  await page.goto(`${url?.replace(/\/$/, '')}/?${setupQuery(options)}${hash}`)
  await page.locator('.status[data-init="running"]').waitFor()

  const tell = (script: string) => page.evaluate(`void window.vitrinaEmulator.${script}`)
  const answer = (subject: Subject, reply: 'granted' | 'refused' | 'failed') =>
    page.locator(`[data-subject="${subject}"] [data-answer="${reply}"]`).click()
  return {
    app: page.frameLocator('.screen iframe') as ReturnType<Page['frameLocator']>,
    calls,
    grant: (subject) => answer(subject, 'granted'),
    refuse: (subject) => answer(subject, 'refused'),
    grantPhone: () => answer('phone', 'granted'),
    refusePhone: () => answer('phone', 'refused'),
    pay: (how) => answer('payment', payments[how]),
    hide: async () => void (await tell('hide(true)')),
    restore: async () => void (await tell('hide(false)')),
    setFaults: async (faults) => void (await tell(`change(${JSON.stringify({ faults })})`)),
    setSpeed: async (speed) => void (await tell(`change(${JSON.stringify({ speed })})`)),
    close: async () => own?.close(),
  }
}

const payments = { approve: 'granted', fail: 'failed', cancel: 'refused' } as const

/** A page is told once where to write; a second launch on it begins with an empty list. */
async function listen(page: DrivenPage): Promise<LogEntry[]> {
  const known = logs.get(page)
  if (known) {
    known.length = 0
    return known
  }
  const calls: LogEntry[] = []
  logs.set(page, calls)
  await page.exposeFunction('vitrinaEmulatorLog', (entry) => {
    calls.splice(0, calls.length, ...record(calls, entry))
  })
  return calls
}

function setupQuery(setup: EmulatedSetup): string {
  const { host, user, language, scheme, permissions, faults, seed, launch, never, speed } = setup
  const params = new URLSearchParams()
  const given = { host, user, lang: language, scheme, launch, never, speed, seed: seed?.toString() }
  for (const [name, value] of Object.entries(given)) if (value !== undefined) params.set(name, value)
  if (faults?.length) params.set('faults', faults.join(','))
  if (typeof permissions === 'string') params.set('permissions', permissions)
  else for (const subject of subjects) if (permissions?.[subject]) params.set(subject, permissions[subject])
  return params.toString()
}
