/** A style sheet as text: Vite puts it into the module that imports it, so that no CSS file has to be found or allowed. */
declare module '*.css?inline' {
  const css: string

  export { css as default }
}
