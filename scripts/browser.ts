/** Opens a real browser for tests and pictures: an installed Chrome or Chromium, or one that came from npm. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import npmChromium from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

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
