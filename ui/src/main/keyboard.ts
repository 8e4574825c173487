// The keys of the open practice, and the webview's own keys that have no place in a program.
import { pressed, typing } from '../shared/keys';
import { failed } from '../shared/toasts.svelte';
import type { Action } from './actions';

/** How long "G" waits for its second key. */
const PATIENCE = 1000;

/** Reload, print, source and zoom of the browser beneath. Ctrl+Shift+R stays as the way out of a stuck window. */
const browserKeys = new Set([
  'Mod+R',
  'F5',
  'Mod+P',
  'Mod+U',
  'Mod+S',
  'Mod+G',
  'F3',
  'F7',
  'Mod+=',
  'Mod++',
  'Mod+-',
]);

/** Calls that run an action return a promise at most; a refusal is said in a toast. */
export function run(action: Action): void {
  Promise.resolve(action.run()).catch(failed);
}

/** Answers every key press of the window until the returned function is called. */
export function listenToKeys(actions: () => Action[], single: () => boolean): () => void {
  let first = { key: '', at: 0 };

  function bySequence(key: string, at: number): Action | undefined {
    const pair = at - first.at < PATIENCE ? `${first.key} ${key}` : key;
    first = { key, at };
    return (
      actions().find((action) => action.single === pair) ?? actions().find((action) => action.single === key)
    );
  }

  function onkeydown(event: KeyboardEvent) {
    if (event.defaultPrevented || event.isComposing) return;
    const keys = named(pressed(event));
    const alone = single() && !typing(event.target) && !overlaid() && !/Mod|Alt/.test(keys);
    const action =
      actions().find((candidate) => candidate.keys === keys) ??
      (alone ? bySequence(keys, event.timeStamp) : undefined);
    if (action) {
      event.preventDefault();
      run(action);
    } else if (import.meta.env.PROD && browserKeys.has(keys)) {
      event.preventDefault();
    }
  }

  addEventListener('keydown', onkeydown);
  return () => removeEventListener('keydown', onkeydown);
}

/** A dialog has the keyboard to itself. */
function overlaid(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

/** "+" needs Shift on some keyboards and not on others, arrows have long names. */
function named(keys: string): string {
  return keys.replace(/^Mod\+=$/, 'Mod++').replace('Arrow', '');
}
