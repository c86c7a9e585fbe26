import type { Seller } from '@vitrina/core'
import type { JSX } from 'preact'
import { useAsideTexts } from './use-aside-texts.ts'

/** How a seller takes goods back, and where the papers are. Nothing where nothing was said. */
export function SellerTerms({ seller }: { seller: Seller }): JSX.Element {
  const texts = useAsideTexts()
  const { returns = '', offer, privacy } = seller.terms ?? {}
  const paragraphs = returns.split(/\n\s*\n/).filter((paragraph) => paragraph.trim())
  const papers = [
    { url: offer, title: texts.offer },
    { url: privacy, title: texts.privacy },
    // The addresses come from outside: nothing but a web page may be behind a link.
  ].filter(({ url }) => url?.startsWith('https://'))
  return (
    <>
      {paragraphs.length > 0 && (
        <section class="v-words" part="returns">
          <h3>{texts.returns}</h3>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      )}
      {papers.length > 0 && (
        <p class="v-papers">
          {papers.map(({ url, title }) => (
            <a class="v-link" key={title} href={url} target="_blank" rel="noopener">
              {title}
            </a>
          ))}
        </p>
      )}
    </>
  )
}
