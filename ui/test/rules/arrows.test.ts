// The arrows that never point are held by ESLint; this shows that it really refuses them.
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const eslint = new ESLint({ cwd: root });

async function refused(path: string, code: string): Promise<boolean> {
  const [result] = await eslint.lintText(code, { filePath: `${root}${path}` });
  return (
    result?.messages.some((message) => message.ruleId === '@typescript-eslint/no-restricted-imports') ?? false
  );
}

test.each([
  ['a feature reaches into another', 'src/features/clients/x.ts', "import '../handouts/paper';"],
  ['a feature reaches into a view', 'src/features/clients/x.ts', "import '../../views/Today.svelte';"],
  ['shared knows a feature', 'src/shared/x.ts', "import '../features/clients/Timeline.svelte';"],
  ['shared knows the routes', 'src/shared/x.ts', "import '../main/router.svelte';"],
  ['a view talks to the shell', 'src/views/x.ts', "import '@tauri-apps/api/core';"],
  ['a feature talks to the shell', 'src/features/drafts/x.ts', "import '@tauri-apps/api/event';"],
  ['main calls past the wrapper', 'src/main/x.ts', "import { commands } from '../ipc/bindings'; commands;"],
  ['the whole icon library comes in', 'src/shared/x.ts', "import { Sun } from '@lucide/svelte'; Sun;"],
])('refused: %s', async (_, path, code) => {
  expect(await refused(path, code)).toBe(true);
});

test.each([
  ['a view composes features', 'src/views/x.ts', "import '../features/clients/Timeline.svelte';"],
  ['the wire itself talks to the shell', 'src/ipc/x.ts', "import '@tauri-apps/api/core';"],
  [
    'types come from the bindings',
    'src/shared/x.ts',
    "import type { Me } from '../ipc/bindings'; export type M = Me;",
  ],
  ['one icon comes in', 'src/shared/x.ts', "import '@lucide/svelte/icons/sun';"],
])('allowed: %s', async (_, path, code) => {
  expect(await refused(path, code)).toBe(false);
});
