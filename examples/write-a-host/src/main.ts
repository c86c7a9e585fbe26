import { checkPlazaHost } from './check-plaza-host.ts'

const { text } = await checkPlazaHost()
document.querySelector('pre')?.replaceChildren(text)
