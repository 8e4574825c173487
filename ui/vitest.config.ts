import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { licences } from './licences.ts';
import { pdfDecoders } from './pdf-decoders.ts';

const chromium = playwright({
  // Colours are measured where they end, not on their way there.
  contextOptions: { reducedMotion: 'reduce', locale: 'en-CA' },
  launchOptions: {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
});

export default defineConfig({
  plugins: [svelte(), licences(), pdfDecoders()],
  server: { fs: { allow: ['..'] } },
  test: {
    reporters: ['default', './test/count-reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          environment: 'node',
          include: ['test/rules/**/*.test.ts'],
          // The first test of a file loads ESLint or the program; on a busy computer that takes longer than any rule.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        // Found before the first test: a dependency met on the way would reload the page under it.
        optimizeDeps: {
          entries: ['src/main/{open,closed}.ts', 'src/views/*.svelte', 'kit/*.svelte', 'test/window/*.ts'],
        },
        test: {
          name: 'window',
          include: ['test/window/**/*.test.ts'],
          setupFiles: ['./test/window/setup.ts'],
          browser: {
            enabled: true,
            headless: true,
            provider: chromium,
            viewport: { width: 1280, height: 860 },
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
