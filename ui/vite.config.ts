import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { licences } from './licences.ts';
import { pdfDecoders } from './pdf-decoders.ts';

const page = (name: string) => fileURLToPath(new URL(name, import.meta.url));

// Two documents: locking loads closed.html, so that nothing of the open practice stays in memory.
export default defineConfig({
  plugins: [svelte(), licences(), pdfDecoders()],
  base: './',
  // The printed sheets' Chinese face lies with the Rust side.
  server: { port: 5173, strictPort: true, fs: { allow: ['..'] } },
  build: {
    target: ['chrome111', 'safari16.4'],
    // Fonts and scripts stay files: the content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { index: page('./index.html'), closed: page('./closed.html') } },
  },
});
