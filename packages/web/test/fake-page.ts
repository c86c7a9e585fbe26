import type { PageWindow } from '../src/index.ts'

export interface FakePage extends PageWindow {
  opened: { url: string; opener: unknown }[]
  prefer(dark: boolean): void
}

/** A page without a browser; `blocked` refuses new windows. */
export function fakePage({ hash = '', lang = '', blocked = false } = {}): FakePage {
  const opened: FakePage['opened'] = []
  let tell = (_event: { matches: boolean }) => {}
  return {
    opened,
    location: { hash, href: `https://blog.example/post${hash}` },
    document: { documentElement: { lang } },
    navigator: { language: 'en-GB' },
    crypto,
    matchMedia: () => ({
      matches: false,
      addEventListener: (_: string, listener: unknown) => {
        tell = listener as typeof tell
      },
    }),
    open() {
      if (blocked) return null
      const one = { url: '', opener: {} as unknown }
      opened.push(one)
      return {
        set opener(opener: unknown) {
          one.opener = opener
        },
        location: {
          set href(url: string) {
            one.url = url
          },
        },
      } as unknown as Window
    },
    prefer: (dark) => tell({ matches: dark }),
  }
}
