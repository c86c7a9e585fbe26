import { type FaultName, faultNames } from '../faults/faults.ts'
import { type HostName, hostNames } from '../hosts/emulated-host.ts'
import { type LaunchFlaw, launchFlaws } from '../launch-flaw.ts'
import { readInsets } from './insets.ts'
import { findPerson } from './people.ts'
import { type Permission, permissions, type Subject, subjects } from './question.ts'
import { type Speed, speeds } from './speed.ts'

/** Everything that the panel sets. It lives in the address of the page, so it can be shared and survives a reload. */
export interface Setup {
  person: string
  scheme: 'light' | 'dark'
  host: HostName
  language: 'ru' | 'en'
  /** What the user says when the app asks for something. */
  permissions: Record<Subject, Permission>
  launch: LaunchFlaw
  /** A method that is never answered, or nothing. */
  never: string
  /** Per cent. */
  textSize: TextSize
  /** Whether the keyboard is open. */
  keyboard: boolean
  /** Whether the device lies on its side. */
  turned: boolean
  /** `top,right,bottom,left` in CSS pixels, in place of the device's own; or nothing. */
  insets: string
  /** Of the app's connection. */
  speed: Speed
  faults: readonly FaultName[]
  /** Faults by chance that can be repeated; empty without. */
  seed: string
}

export const schemes = ['light', 'dark'] as const
export const textSizes = ['100', '130', '160'] as const
export type TextSize = (typeof textSizes)[number]
export const languages = ['ru', 'en'] as const

/** Reads an address; what it does not say, or says wrongly, is the usual. `usual` says what this browser prefers. */
export function readSetup(search: string, usual: Pick<Setup, 'scheme' | 'language'>): Setup {
  const params = new URLSearchParams(search)
  const pick = <Value extends string>(name: string, values: readonly Value[], otherwise: Value): Value =>
    values.find((value) => value === params.get(name)) ?? otherwise
  const never = params.get('never') ?? ''
  const seed = params.get('seed') ?? ''
  const others = pick('permissions', permissions, 'ask')
  return {
    person: findPerson(params.get('user') ?? '').key,
    scheme: pick('scheme', schemes, usual.scheme),
    host: pick('host', hostNames, 'vk-ios'),
    language: pick('lang', languages, usual.language),
    permissions: eachSubject((subject) => pick(subject, permissions, others)),
    launch: pick('launch', launchFlaws, 'none'),
    never: /^\w{0,60}$/.test(never) ? never : '',
    textSize: pick('text', textSizes, '100'),
    keyboard: params.get('keyboard') === 'open',
    turned: params.get('turned') === 'yes',
    insets: readInsets(params.get('insets') ?? '') ? (params.get('insets') ?? '') : '',
    speed: pick('speed', speeds, 'full'),
    faults: faultNames.filter((name) => params.get('faults')?.split(',').includes(name)),
    seed: /^\d{1,9}$/.test(seed) ? seed : '',
  }
}

/** The query that `readSetup` reads back. */
export function writeSetup(setup: Setup): string {
  const { person, scheme, host, language, permissions, launch, never, faults, seed } = setup
  const { textSize, keyboard, turned, insets, speed } = setup
  const params = new URLSearchParams({ user: person, scheme, host, lang: language })
  for (const subject of subjects) {
    if (permissions[subject] !== 'ask') params.set(subject, permissions[subject])
  }
  if (launch !== 'none') params.set('launch', launch)
  if (never !== '') params.set('never', never)
  if (textSize !== '100') params.set('text', textSize)
  if (keyboard) params.set('keyboard', 'open')
  if (turned) params.set('turned', 'yes')
  if (insets !== '') params.set('insets', insets)
  if (speed !== 'full') params.set('speed', speed)
  if (seed !== '') params.set('seed', seed)
  // Names of faults need no escapes, and a comma is easier to read.
  return `?${params}${faults.length > 0 ? `&faults=${faults.join(',')}` : ''}`
}

/** One answer for each thing that can be asked about. */
export function eachSubject(answer: (subject: Subject) => Permission): Record<Subject, Permission> {
  return Object.fromEntries(subjects.map((subject) => [subject, answer(subject)])) as Setup['permissions']
}
