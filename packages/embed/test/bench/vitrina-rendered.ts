/** The same with the cards in the page's HTML: the shop's code comes when one is seen or touched. */
import { wake } from '@vitrina/widgets/loader'

wake(() => import('./vitrina.ts'))
