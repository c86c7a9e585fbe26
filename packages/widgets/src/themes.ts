/** A look as data: custom properties for light, and what differs in the dark. */
export interface Theme {
  light: Readonly<Record<`--vitrina-${string}`, string>>
  dark?: Readonly<Record<`--vitrina-${string}`, string>>
}

/**
 * At home beside VKUI: figures of its tokens. Where VK's own blue is too pale for white text (WCAG 2.2 AA) it is the blue of
 * its links; reduced prices, stock and notices keep the widgets' own colours for the same reason.
 */
export const vk: Theme = {
  light: {
    '--vitrina-accent': '#2a5885',
    '--vitrina-on-accent': '#fff',
    '--vitrina-surface': '#fff',
    '--vitrina-soft': '#f0f2f5',
    '--vitrina-text': '#000',
    '--vitrina-muted': '#626d7a',
    '--vitrina-border': '#dce1e6',
    '--vitrina-radius': '12px',
    '--vitrina-font': '-apple-system, system-ui, "Helvetica Neue", Roboto, sans-serif',
  },
  dark: {
    '--vitrina-accent': '#71aaeb',
    '--vitrina-on-accent': '#000',
    '--vitrina-surface': '#19191a',
    '--vitrina-soft': '#232324',
    '--vitrina-text': '#e1e3e6',
    '--vitrina-muted': '#969a9f',
    '--vitrina-border': '#363738',
  },
}

/** Black on white with square corners: for a page that is careful with colour. */
export const plain: Theme = {
  light: {
    '--vitrina-accent': '#111',
    '--vitrina-on-accent': '#fff',
    '--vitrina-surface': '#fff',
    '--vitrina-soft': '#f2f2f2',
    '--vitrina-text': '#111',
    '--vitrina-muted': '#595959',
    '--vitrina-border': '#c4c4c4',
    '--vitrina-radius': '0px',
  },
  dark: {
    '--vitrina-accent': '#f2f2f2',
    '--vitrina-on-accent': '#111',
    '--vitrina-surface': '#141414',
    '--vitrina-soft': '#262626',
    '--vitrina-text': '#f2f2f2',
    '--vitrina-muted': '#a6a6a6',
    '--vitrina-border': '#404040',
  },
}

/** The page's own typeface and size of text, and nothing else. Empty on purpose: then they are inherited. */
export const inherit: Theme = { light: { '--vitrina-font': '' } }

/** What the elements' names begin with; `vitrina` when left out. */
export interface ThemeOptions {
  prefix?: string
}

/** The theme as a style sheet for a page's own file. */
export function themeCss({ light, dark = {} }: Theme, { prefix = 'vitrina' }: ThemeOptions = {}): string {
  const elements = `:is(${['product-card', 'cart-button', 'shop', 'sheet'].map((name) => `${prefix}-${name}`)})`
  return `${elements} {${lines(light)}}\n${elements}[data-scheme="dark"] {${lines(dark)}}\n`
}

/**
 * Gives the elements of this page a look. A constructed style sheet: it needs no permission of the page's policy. The answer
 * takes it away again.
 *
 * @example
 * applyTheme(vk)
 */
export function applyTheme(theme: Theme, options?: ThemeOptions): () => void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(themeCss(theme, options))
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
  }
}

function lines(properties: Theme['light']): string {
  return Object.entries(properties)
    .map(([name, value]) => ` ${name}: ${value};`)
    .join('')
}
