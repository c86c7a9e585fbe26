import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import npmChromium from '@sparticuz/chromium'
import { browserFlags, findBrowser } from '../browser.ts'
import { runCommand } from '../command.ts'

/** Fetched when it is asked for: it is as heavy as all the rest of the workspace. */
const lighthouse = 'lighthouse@13.5.0'

const wanted = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'speed-index',
  'total-blocking-time',
  'cumulative-layout-shift',
]

export interface LighthouseReport {
  version: string
  /** Of 100. */
  score: number
  /** Milliseconds; the layout shift has no unit. */
  metrics: Record<string, number>
}

/** What Lighthouse says of a page on its own slow phone: a simulated slow 4G, and a processor slowed four times. */
export async function runLighthouse(url: string): Promise<LighthouseReport> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-lighthouse-'))
  const file = join(folder, 'report.json')
  try {
    const { code, output } = await runCommand(
      'npm',
      [
        ...['exec', '--yes', `--package=${lighthouse}`, '--', 'lighthouse', url, '--quiet'],
        ...['--only-categories=performance', '--output=json', `--output-path=${file}`],
        `--chrome-flags=--headless ${browserFlags().join(' ')}`,
      ],
      { cwd: folder, env: { CHROME_PATH: findBrowser() ?? (await npmChromium.executablePath()) } },
    )
    if (code !== 0) throw new Error(output)
    const { lighthouseVersion, categories, audits } = JSON.parse(await readFile(file, 'utf8'))
    return {
      version: lighthouseVersion,
      score: Math.round(categories.performance.score * 100),
      metrics: Object.fromEntries(
        wanted.map((name) => [name, Number(Number(audits[name].numericValue).toFixed(3))]),
      ),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
