import { defineConfig } from 'vite'

export default defineConfig({
  // Named ahead: a dependency that is found late makes the development server load the page anew.
  optimizeDeps: { include: ['@vitrina/core > zustand/vanilla'] },
  build: { target: 'es2022' },
})
