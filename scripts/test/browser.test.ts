import { expect, test } from 'vitest'
import { findBrowser } from '../browser.ts'

test('takes the browser that CHROME_PATH names', () => {
  const machine = { platform: 'linux', env: { CHROME_PATH: '/opt/my-chrome' }, exists: () => true }
  expect(findBrowser(machine)).toBe('/opt/my-chrome')
})

test('finds a browser on the PATH', () => {
  const machine = {
    platform: 'linux',
    env: { PATH: '/nothing:/home/me/bin' },
    exists: (path: string) => path === '/home/me/bin/chromium',
  }
  expect(findBrowser(machine)).toBe('/home/me/bin/chromium')
})

test('finds Chrome among the applications of a Mac', () => {
  const path = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  expect(findBrowser({ platform: 'darwin', env: {}, exists: (candidate) => candidate === path })).toBe(path)
})

test('says that there is none on a bare machine, or when npm’s is asked for', () => {
  expect(findBrowser({ platform: 'linux', env: { PATH: '/usr/bin' }, exists: () => false })).toBeNull()
  expect(findBrowser({ platform: 'linux', env: { CHROME_PATH: 'npm' }, exists: () => true })).toBeNull()
})
