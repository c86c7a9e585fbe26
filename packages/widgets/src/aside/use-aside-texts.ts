import { useScene } from '../scene.ts'
import type { AsideTexts } from '../texts/aside/aside-texts.ts'
import { en } from '../texts/aside/en.ts'
import { ru } from '../texts/aside/ru.ts'

const asideTexts = { ru, en }

/** The words of what stands aside: few, so every language comes with it. */
export function useAsideTexts(): AsideTexts {
  return asideTexts[useScene().texts.language]
}
