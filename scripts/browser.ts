/** Opens a real browser for tests and pictures: an installed Chrome or Chromium, or one that came from npm. */
import { existsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import npmChromium from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'
import { rootFolder } from './workspace.ts'

/** Which machine is looked at; an argument so that a test can describe another one. */
export interface Machine {
  platform: string
  env: Record<string, string | undefined>
  exists: (path: string) => boolean
}

const thisMachine: Machine = { platform: process.platform, env: process.env, exists: existsSync }

/** A headless browser. The caller closes it. `CHROME_PATH` names one; `CHROME_PATH=npm` takes the one from npm. */
export async function launchBrowser(machine: Machine = thisMachine): Promise<Browser> {
  const installed = findBrowser(machine)
  if (installed === null && (machine.platform !== 'linux' || process.arch !== 'x64')) {
    throw new Error('No Chrome or Chromium was found. Install one, or name it in CHROME_PATH.')
  }
  return chromium.launch({
    executablePath: installed ?? (await npmChromium.executablePath()),
    args: browserFlags(),
    headless: true,
  })
}

/** Whether screens look here as they do on every other machine: npm has such a browser for Linux on x64 alone. */
export const hasPictureBrowser = process.platform === 'linux' && process.arch === 'x64'

/**
 * The browser from npm with letters from npm (Golos Text, SIL Open Font License), whatever is installed: what pictures of
 * screens are taken with. The caller closes it.
 */
export async function launchPictureBrowser(): Promise<Browser> {
  const letters = join(rootFolder, 'node_modules/@expo-google-fonts/golos-text')
  const settings = join(tmpdir(), 'vitrina-fonts.conf')
  const cache = join(tmpdir(), 'vitrina-fonts-cache')
  writeFileSync(settings, `<fontconfig><dir>${letters}</dir><cachedir>${cache}</cachedir></fontconfig>`)
  return chromium.launch({
    executablePath: await npmChromium.executablePath(),
    args: browserFlags(),
    env: { ...process.env, FONTCONFIG_FILE: settings },
    headless: true,
  })
}

/** The path of an installed browser, or null when there is none. */
export function findBrowser({ platform, env, exists }: Machine = thisMachine): string | null {
  if (env.CHROME_PATH === 'npm') return null
  if (env.CHROME_PATH) return env.CHROME_PATH
  return candidates(platform, env).find(exists) ?? null
}

function candidates(platform: string, env: Machine['env']): string[] {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  }
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .map((folder) => `${folder}\\Google\\Chrome\\Application\\chrome.exe`)
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser']
  const folders = [
    ...(env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ]
  return folders.filter(Boolean).flatMap((folder) => names.map((name) => join(folder, name)))
}

/** Quiet, without calls home; root has no sandbox on Linux. */
export function browserFlags(): string[] {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    // A frame of another site in a process of its own costs a fifth more, and phones have none.
    '--disable-site-isolation-trials',
    '--disable-quic',
    '--disable-dev-shm-usage',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
}
