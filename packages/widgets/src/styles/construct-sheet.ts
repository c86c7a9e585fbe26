/** A style sheet that is nobody's element, since a strict content security policy forbids <style>. */
export function constructSheet(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  // A DOM without rendering (jsdom) cannot fill a sheet, and needs none.
  sheet.replaceSync?.(css)
  return sheet
}

/** Gives a sheet to a root once. */
export function adopt(root: Document | ShadowRoot, sheet: CSSStyleSheet): void {
  const adopted = root.adoptedStyleSheets ?? []
  if (!adopted.includes(sheet)) root.adoptedStyleSheets = [...adopted, sheet]
}
