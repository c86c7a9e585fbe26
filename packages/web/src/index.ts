export { type PageWindow, type WebHostOptions, webHost } from './web-host.ts'
