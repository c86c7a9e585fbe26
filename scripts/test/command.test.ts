import { expect, test } from 'vitest'
import { runCommand } from '../command.ts'

test('keeps what a program wrote, and its exit code', async () => {
  const program = "console.log('out'); console.error('err'); process.exit(3)"
  const { code, output } = await runCommand(process.execPath, ['-e', program])
  expect(code).toBe(3)
  expect(output).toContain('out\n')
  expect(output).toContain('err\n')
})

test('does not hand on what a tool did to the environment of this process', async () => {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  const { output } = await runCommand(process.execPath, ['-p', 'process.env.NODE_ENV'])
  process.env.NODE_ENV = before
  expect(output.trim()).toBe(String(before))
})
