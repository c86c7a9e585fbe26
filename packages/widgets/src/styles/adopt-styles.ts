const sheets = new Map<string, CSSStyleSheet>()

/** Gives a look to a root, once. A sheet that is nobody's element, since a strict content security policy forbids <style>. */
export function adoptStyles(root: Document | ShadowRoot, css: string): void {
  let sheet = sheets.get(css)
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheets.set(css, sheet)
    // A DOM without rendering (jsdom) cannot fill a sheet, and needs none.
    sheet.replaceSync?.(css)
  }
  const adopted = root.adoptedStyleSheets ?? []
  if (!adopted.includes(sheet)) root.adoptedStyleSheets = [...adopted, sheet]
}
