import { defineConfig } from 'vitepress'

export default defineConfig({
  title: 'Vitrina',
  description: 'Shopping inside social networks: widgets, a headless core, hosts, a server and an emulator.',
  lang: 'en',
  cleanUrls: true,
  // Addresses of a desk, which nobody can open while the site is built.
  ignoreDeadLinks: 'localhostLinks',
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('vitrina-') } } },
  // A product's picture has an address.
  vite: { build: { assetsInlineLimit: 0 } },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Start', link: '/getting-started' },
      { text: 'Guides', link: '/guides/embed-in-a-feed' },
      { text: 'Gallery', link: '/gallery' },
      { text: 'Reference', link: '/reference/parts' },
      { text: 'Decisions', link: '/decisions/' },
    ],
    sidebar: [
      {
        text: 'Start',
        items: [
          { text: 'Getting started', link: '/getting-started' },
          { text: 'Architecture', link: '/architecture' },
          { text: 'Proof', link: '/proof' },
          { text: 'Contributing', link: '/contributing' },
        ],
      },
      {
        text: 'Guides',
        items: [
          { text: 'Embed in a feed', link: '/guides/embed-in-a-feed' },
          { text: 'Embed in a plain page', link: '/guides/plain-page' },
          { text: 'Run the VK mini app', link: '/guides/vk-mini-app' },
          { text: 'Publish it in VK', link: '/guides/publish-a-mini-app' },
          { text: 'VK’s rules for a shop', link: '/guides/moderation' },
          { text: 'Try a mini app on your desk', link: '/guides/network-on-a-desk' },
          { text: 'Write a host', link: '/guides/write-a-host' },
          { text: 'Import a feed', link: '/guides/import-a-feed' },
          { text: 'Give discounts', link: '/guides/give-discounts' },
          { text: 'Count what buyers do', link: '/guides/count-what-buyers-do' },
          { text: 'Give the widgets your look', link: '/guides/theming' },
          { text: 'Hear what buyers begin', link: '/guides/hear-what-buyers-begin' },
          { text: 'Be told about orders', link: '/guides/be-told-about-orders' },
          { text: 'From one box to many', link: '/guides/from-one-box-to-many' },
        ],
      },
      {
        text: 'Reference',
        items: [
          { text: 'Gallery', link: '/gallery' },
          { text: 'Screens', link: '/screens' },
          { text: 'Parts', link: '/reference/parts' },
          { text: 'Ports', link: '/reference/ports' },
          { text: 'Abilities', link: '/reference/abilities' },
          { text: 'The wire', link: '/reference/wire' },
          { text: 'Configuration', link: '/reference/configuration' },
          { text: 'Other shops’ bugs', link: '/reference/other-shops-bugs' },
        ],
      },
      {
        text: 'Decisions',
        items: [
          { text: 'All of them', link: '/decisions/' },
          { text: 'The cart is a log', link: '/decisions/cart-as-a-log' },
          { text: 'One checkout, one order', link: '/decisions/one-checkout-one-order' },
          { text: 'An order for each seller', link: '/decisions/an-order-for-each-seller' },
          { text: 'The order comes before the money', link: '/decisions/order-before-money' },
          { text: 'Orders are taken together', link: '/decisions/orders-taken-together' },
          { text: 'The life of an order', link: '/decisions/life-of-an-order' },
          { text: 'Who a buyer is', link: '/decisions/signed-launch' },
          { text: 'The guard', link: '/decisions/guard' },
          { text: 'Guests and buyers', link: '/decisions/guests-and-buyers' },
          { text: 'Ports and Result', link: '/decisions/ports-and-result' },
          { text: 'PGlite by default', link: '/decisions/pglite' },
          { text: 'Cards without a framework', link: '/decisions/cards-in-plain-dom' },
          { text: 'One file for what stands aside', link: '/decisions/one-file-aside' },
          { text: 'ky, later and one version back', link: '/decisions/ky' },
          { text: 'Setting up through npx', link: '/decisions/bootstrap' },
        ],
      },
    ],
  },
})
