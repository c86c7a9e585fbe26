/** How a card stands: a wide picture over the texts, a picture beside them, or a square picture over them. */
export type CardLayout = 'post' | 'row' | 'grid'
