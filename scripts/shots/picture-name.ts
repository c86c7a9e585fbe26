import type { PictureLook } from './looks.ts'

/** The name of a picture's file: the screen's place in the walk, the screen, the look. */
export function pictureName(place: number, screen: string, { name }: PictureLook): string {
  return `${String(place).padStart(2, '0')}-${screen.replaceAll(' ', '-')}-${name}.png`
}
