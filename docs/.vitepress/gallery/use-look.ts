import { ref } from 'vue'

export const looks = ['own', 'vk', 'plain', 'inherit'] as const

/** The theme of all widgets on the page. */
export function useLook() {
  const look = ref<(typeof looks)[number]>('own')
  let leave: (() => void)[] = []

  async function shape(): Promise<void> {
    const { applyTheme, ...themes } = await import('../../../packages/widgets/src/themes.ts')
    for (const undo of leave) undo()
    const { value } = look
    leave =
      value === 'own'
        ? []
        : ['ru', 'en'].map((name) => applyTheme(themes[value], { prefix: `vitrina-${name}` }))
  }

  return { look, shape }
}
