import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

const chromium = playwright({
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
  plugins: [svelte()],
  test: {
    reporters: ['default', './test/count-reporter.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'rules', environment: 'node', include: ['test/rules/**/*.test.ts'] },
      },
      {
        extends: true,
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
