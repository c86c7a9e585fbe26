/** A page whose server rendered the card: the rest comes when it is wanted. */
import { wake } from '../../src/loader.ts'

wake(() => import('./main.ts'))
