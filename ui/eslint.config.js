import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// The arrows that never point: each rule says what to do instead.
const lucideBarrel = {
  name: '@lucide/svelte',
  message:
    "Import one icon: import Sun from '@lucide/svelte/icons/sun'. The barrel pulls in thousands of modules.",
};
const tauri = {
  group: ['@tauri-apps/*'],
  message: 'Only src/ipc talks to the shell. Call core.* from src/ipc/call or listen through src/ipc/events.',
};
const bindings = {
  group: ['**/ipc/bindings', '**/ipc/bindings.ts'],
  allowTypeImports: true,
  message: 'Call core.* from src/ipc/call, which turns refusals into CommandFailure.',
};
const upwards = {
  group: ['**/features/**', '**/views/**', '**/main/**'],
  message: 'shared knows no domain: pass values, callbacks or snippets in.',
};
const views = {
  group: ['**/views/**'],
  message: 'A feature does not know the screens that compose it. Lift the composition into the view.',
};

const slices = [
  'alerts',
  'bookings',
  'clients',
  'correspondence',
  'erasure',
  'files',
  'handouts',
  'health',
  'notes',
  'points',
  'drafts',
  'people',
  'retention',
  'session',
  'settings',
];
const neighbours = (slice) =>
  slices
    .filter((other) => other !== slice)
    .map((other) => ({
      group: [`**/features/${other}/**`, `../${other}/**`, `**/../${other}/**`],
      message: `features/${slice} may not reach into features/${other}: compose both in a view, or move the common part to shared.`,
    }));

const restrict = (...patterns) => ({
  '@typescript-eslint/no-restricted-imports': ['error', { paths: [lucideBarrel], patterns }],
});

export default defineConfig(
  { ignores: ['dist', 'node_modules', 'src/ipc/bindings.ts'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  {
    rules: {
      // TypeScript resolves names; the plain rule does not know browser globals.
      'no-undef': 'off',
      'no-console': 'error',
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      // Routes are hashes made by href(); there is no SvelteKit here.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  { files: ['src/**'], rules: restrict(tauri, bindings) },
  { files: ['src/ipc/**'], rules: restrict() },
  { files: ['src/shared/**'], rules: restrict(tauri, bindings, upwards) },
  ...slices.map((slice) => ({
    files: [`src/features/${slice}/**`],
    rules: restrict(tauri, bindings, views, ...neighbours(slice)),
  })),
);
