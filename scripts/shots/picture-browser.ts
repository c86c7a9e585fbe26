import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import npmChromium from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'
import { browserFlags } from '../browser.ts'
import { rootFolder } from '../workspace.ts'

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
