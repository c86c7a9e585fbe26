import { useScene } from '../scene.ts'
import type { AsideTexts } from '../texts/aside/aside-texts.ts'
import { en } from '../texts/aside/en.ts'
import { ru } from '../texts/aside/ru.ts'

const asideTexts = { ru, en }

/** The words of what stands aside: few, so both languages come with it. */
export function useAsideTexts(): AsideTexts {
  const { aside, language } = useScene().texts
  return aside ?? asideTexts[language]
}
