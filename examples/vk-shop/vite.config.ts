import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'
import { ahead } from './ahead.ts'

export default defineConfig({
  plugins: [preact({ prefreshEnabled: false }), ahead()],
  optimizeDeps: {
    // Named ahead: a dependency that is found late makes the development server reload the page in mid-use.
    include: [
      'preact',
      'preact/hooks',
      'preact/jsx-runtime',
      'preact/jsx-dev-runtime',
      '@vitrina/core > zustand/vanilla',
      '@vitrina/api > ky',
      '@vkontakte/vk-bridge',
    ],
  },
  build: { target: 'es2022' },
})
