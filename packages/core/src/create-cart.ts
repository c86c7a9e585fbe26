import type { Adjustment } from './adjustment.ts'
import {
  applyChanges,
  type Cart,
  type CartChanges,
  type CartLine,
  emptyCart,
  type LineOperation,
  type PromoOperation,
} from './cart.ts'
import { type CartLog, isCartLog, mergeLogs } from './cart-log.ts'
import { cartView } from './cart-view.ts'
import { checkQuantity } from './check-quantity.ts'
import type { Environment } from './environment.ts'
import { isTransient, type MerchantFailure } from './failure.ts'
import type { PendingOperation } from './fold-operations.ts'
import type { Merchant } from './merchant.ts'
import { newLine } from './new-line.ts'
import { normalizePromoCode } from './promotion.ts'
import { createStore } from './readable-store.ts'
import { refusedOperation } from './refused-operation.ts'
import { fail, ok, type Result } from './result.ts'
import { retryDelay } from './retry-delay.ts'
import { createSaved, type Saved } from './saved.ts'
import type { CartStore, CartView } from './shop.ts'
import type { Storage } from './storage.ts'

type LineChange =
  | Pick<Extract<LineOperation, { kind: 'set-quantity' }>, 'kind' | 'quantity'>
  | { kind: 'remove' }

/** As many operations as one request carries. */
const batchSize = 50

export interface StartableCart extends CartStore {
  /** Takes up what an earlier page left in storage, and asks the server. */
  start(storage: Storage): void
  stop(): void
  /** The revision of the settled cart. */
  revision(): number
}

/** The cart as a log: intents are seen at once, wait in storage, go to the server in order, and are folded over its cart. */
export function createCart(merchant: Merchant, environment: Environment): StartableCart {
  const { clock, createId, random } = environment
  let settled: Cart = emptyCart
  let pending: PendingOperation[] = []
  let adjustments: Adjustment[] = []
  let acknowledged: string[] = []
  /** Ids of operations that this page made, and of those that need no sending any more. */
  const own = new Set<string>()
  const over = new Set<string>()
  let failure: MerchantFailure | null = null
  let saved: Saved<CartLog> | undefined
  let loaded = false
  let running = false
  let inFlight = 0
  let refreshWanted = false
  let attempt = 0
  let cancelRetry = () => {}
  let waiters: ((result: Result<void, MerchantFailure>) => void)[] = []

  const store = createStore<CartView>(view())

  function view(): CartView {
    return cartView(settled, pending, adjustments, failure)
  }

  function changed(): void {
    store.set(view())
    // Not before the first read: what an earlier page left must not be overwritten unread.
    if (loaded) void saved?.save({ pending, acknowledged })
  }

  function push(next: PendingOperation): void {
    const { operation } = next
    own.add(operation.id)
    const { variantId } = next.line ?? {}
    const last = pending.map(({ line }) => line?.variantId).lastIndexOf(variantId)
    const before = pending[last]?.operation
    // A newer quantity replaces one that has not left yet: a held button is one operation, not thirty. One that came
    // from storage stays: another page may be sending it.
    if (
      variantId &&
      last >= inFlight &&
      operation.kind !== 'add' &&
      before?.kind === 'set-quantity' &&
      own.has(before.id)
    ) {
      over.add(before.id)
      pending = pending.map((entry, index) => (index === last ? next : entry))
    } else pending = [...pending, next]
    changed()
    void run()
  }

  function made() {
    return { id: createId(), revision: settled.revision }
  }

  function change(variantId: string, what: LineChange): void {
    const line = store.getState().lines.find((candidate) => candidate.variantId === variantId)
    if (line) push({ operation: { ...made(), variantId, ...what }, line })
  }

  function restore(line: CartLine): void {
    const { variantId, quantity } = line
    push({ operation: { ...made(), variantId, kind: 'add', quantity }, line })
  }

  function promo(kind: PromoOperation['kind'], typed: string): void {
    const code = normalizePromoCode(typed)
    if (code) push({ operation: { ...made(), kind, code } })
  }

  async function run(): Promise<void> {
    if (running || !saved) return
    running = true
    cancelRetry()
    while (pending.length > 0 || refreshWanted) {
      refreshWanted = false
      const batch = pending.slice(0, batchSize)
      inFlight = batch.length
      const result = await merchant.syncCart({
        cartId: settled.id,
        since: settled.revision,
        operations: batch.map(({ operation }) => operation),
      })
      inFlight = 0
      const progress = result.ok ? settle(result.value, batch) : refuse(result.error, batch)
      if (!progress) break
    }
    running = false
    finish(failure ? fail(failure) : ok(undefined))
  }

  function settle(changes: CartChanges, batch: PendingOperation[]): boolean {
    const applied = new Set(changes.applied)
    for (const id of applied) over.add(id)
    settled = applyChanges(settled, changes)
    pending = pending.filter(({ operation }) => !applied.has(operation.id))
    const known = new Set([...acknowledged, ...adjustments.map(({ id }) => id)])
    adjustments = [...adjustments, ...changes.adjustments.filter(({ id }) => !known.has(id))]
    // A server that takes a request but none of its operations would be asked for ever.
    const stuck = batch.length > 0 && !batch.some(({ operation }) => applied.has(operation.id))
    failure = stuck ? { code: 'unknown', reason: 'nothing-applied' } : null
    attempt = 0
    changed()
    return !stuck
  }

  /** True when it is worth going on at once. */
  function refuse(error: MerchantFailure, batch: PendingOperation[]): boolean {
    const refused = error.code === 'invalid' && refusedOperation(batch, error.issues)
    if (refused) {
      pending = pending.filter(({ operation }) => operation.id !== refused.id)
      over.add(refused.id)
      adjustments = [...adjustments, refused]
      changed()
      return true
    }
    failure = error
    changed()
    if (isTransient(error)) {
      attempt += 1
      const retryAfter = 'retryAfter' in error ? error.retryAfter : undefined
      cancelRetry = clock.after(retryDelay(attempt, random, retryAfter), () => {
        refreshWanted = true
        void run()
      })
    }
    return false
  }

  function finish(result: Result<void, MerchantFailure>): void {
    const done = waiters
    waiters = []
    for (const waiter of done) waiter(result)
  }

  function refresh(): void {
    refreshWanted = true
    void run()
  }

  const unsubscribe = environment.network.subscribe(refresh)

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    add(product, variant, quantity = 1) {
      restore(newLine(product, variant, checkQuantity(quantity)))
    },
    restore,
    setQuantity(variantId, quantity) {
      change(variantId, { kind: 'set-quantity', quantity: checkQuantity(quantity) })
    },
    remove(variantId) {
      change(variantId, { kind: 'remove' })
    },
    applyPromo(code) {
      promo('apply-promo', code)
    },
    removePromo(code) {
      promo('remove-promo', code)
    },
    acknowledge(adjustmentId) {
      adjustments = adjustments.filter(({ id }) => id !== adjustmentId)
      acknowledged = [...acknowledged, adjustmentId]
      changed()
    },
    refresh,
    drained() {
      if (pending.length === 0 && settled.id !== null && !running) return Promise.resolve(ok(undefined))
      return new Promise((resolve) => {
        waiters.push(resolve)
        if (!running) refresh()
      })
    },
    revision: () => settled.revision,
    start(storage) {
      saved = createSaved(storage, 'cart', isCartLog, (mine, found) => mergeLogs(mine, found, over))
      refresh()
      void saved.load().then((log) => {
        loaded = true
        if (log) {
          // What was tapped while storage was read comes after what an earlier page left.
          const merged = mergeLogs({ pending, acknowledged }, log, over)
          pending = merged.pending
          acknowledged = merged.acknowledged
          adjustments = adjustments.filter(({ id }) => !acknowledged.includes(id))
        }
        changed()
        if (log?.pending.length) void run()
      })
    },
    stop() {
      saved = undefined
      cancelRetry()
      unsubscribe()
    },
  }
}
