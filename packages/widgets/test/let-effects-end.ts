import { afterAll } from 'vitest'

// Preact waits up to 35 ms for a frame before it runs effects; the window must not go away before that.
afterAll(() => new Promise((resolve) => setTimeout(resolve, 50)))
