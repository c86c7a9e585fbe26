const cartFooter = { name: 'cart-footer', description: 'Between the lines of the cart and its button' }

/** The elements, and which files of `packages/widgets/src` draw into each. `''` is all of them. */
export const describedElements = [
  {
    tagName: 'vitrina-product-card',
    description:
      'A product in a feed. It draws nothing until it comes near to what is seen; all cards of a page are asked for in one request.',
    sources: ['card/', 'render-card.ts'],
    slots: [
      { name: 'badge', description: 'On the picture' },
      { name: 'under-title', description: 'Between the title and the price' },
      { name: 'before-button', description: 'Between the price and the button' },
    ],
    events: ['vitrina-open', 'vitrina-add'],
  },
  {
    tagName: 'vitrina-cart-button',
    description: 'Opens the cart, and says how many pieces are in it.',
    sources: ['draw-cart-button.ts', 'mini-cart/'],
    slots: [{ ...cartFooter, description: `${cartFooter.description}, in the sheet` }],
    events: ['vitrina-open', 'vitrina-begin-checkout'],
  },
  {
    tagName: 'vitrina-shop',
    description: 'A whole shop, as high as its container: products, cart, checkout, orders.',
    sources: [''],
    slots: [cartFooter],
    events: 'all but vitrina-open',
    without: ['sheet', 'mini-cart', 'mini-line'],
  },
  {
    tagName: 'vitrina-sheet',
    description:
      'The shop over the page. It is there while it is open, at the end of the body; pages style it and do not make it.',
    sources: [''],
    slots: [cartFooter],
    events: 'all but vitrina-open',
    without: ['mini-cart', 'mini-line'],
  },
] as const
