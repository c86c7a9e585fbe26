import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from '../command.ts'
import { rootFolder } from '../workspace.ts'
import { listResult, type StepResult } from './step.ts'

/** Type-checks every TypeScript project of the workspace, two at a time. */
export async function checkTypes(): Promise<StepResult> {
  const projects = await findProjects()
  const waiting = [...projects]
  const problems: string[] = []
  const work = async () => {
    for (let project = waiting.shift(); project; project = waiting.shift()) {
      const { code, output } = await runCommand('tsc', ['-p', project])
      if (code !== 0) problems.push(`${project}\n${output}`)
    }
  }
  await Promise.all([work(), work()])
  return listResult(`${projects.length} projects`, projects.length, problems)
}

async function findProjects(): Promise<string[]> {
  const folders = ['scripts']
  for (const parent of ['packages', 'examples']) {
    for (const name of await readdir(join(rootFolder, parent))) {
      folders.push(`${parent}/${name}`, `${parent}/${name}/test`)
    }
  }
  return folders.filter((folder) => existsSync(join(rootFolder, folder, 'tsconfig.json')))
}
