/** A place of the card for what a page puts in: on the picture, after the title, between price and button. */
export type CardSlot = 'badge' | 'under-title' | 'before-button'
