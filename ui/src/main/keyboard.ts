// The keys of the open practice, and the webview's own keys that have no place in a program.
import { pressed, typing } from '../shared/keys';
import { failed } from '../shared/toasts.svelte';
import type { Action } from './actions';
import { ownKeys } from './own-keys';

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

type Runs = Pick<Action, 'run'>;

/** What a name, a number or a birth date begins with. */
const sign = /^[\p{L}\p{N}]$/u;

/** Calls that run an action return a promise at most; a refusal is said in a toast. */
export function run(action: Runs): void {
  Promise.resolve(action.run()).catch(failed);
}

/** Answers every key press of the window until the returned function is called. `search` takes a letter that is typed where
 * nobody types and no key has it, and says whether the screen searches for it. */
export function listenToKeys(
  actions: () => Action[],
  single: () => boolean,
  search: (letter: string) => boolean = () => false,
): () => void {
  let first = { key: '', at: 0 };

  /** Two keys after each other go before one, and what the screen has of its own before what holds everywhere; that is there
   * with Shift. */
  function bySequence(key: string, at: number): Runs | undefined {
    const pair = at - first.at < PATIENCE ? `${first.key} ${key}` : '';
    first = { key, at };
    const own = (wanted: string) => ownKeys().find(({ key }) => key === wanted);
    const everywhere = (wanted: string) => actions().find((action) => action.single === wanted);
    const shifted = /^Shift\+(.)$/.exec(key)?.[1];
    return (
      everywhere(pair) ??
      own(key) ??
      everywhere(key) ??
      (shifted && own(shifted) ? everywhere(shifted) : undefined)
    );
  }

  function begins(key: string): boolean {
    return single() && actions().some((action) => action.single?.startsWith(`${key} `));
  }

  function onkeydown(event: KeyboardEvent) {
    if (event.defaultPrevented || event.isComposing) return;
    const keys = named(pressed(event));
    const alone = !typing(event.target) && !covered(event.target) && !/Mod|Alt/.test(keys);
    const action =
      actions().find((candidate) => candidate.keys === keys) ??
      (alone && single() ? bySequence(keys, event.timeStamp) : undefined);
    if (action) {
      event.preventDefault();
      run(action);
    } else if (alone && sign.test(event.key) && !modified(event) && !begins(keys) && search(event.key)) {
      event.preventDefault();
    } else if (import.meta.env.PROD && browserKeys.has(keys)) {
      event.preventDefault();
    }
  }

  addEventListener('keydown', onkeydown);
  return () => removeEventListener('keydown', onkeydown);
}

/** A dialog has the keyboard to itself, and so has what floats above the page while one is in it. */
function covered(target: EventTarget | null): boolean {
  const floats = target instanceof Element && target.closest('[popover], [role=menu]') !== null;
  return floats || document.querySelector('dialog[open]') !== null;
}

/** The other of Control and Command. */
function modified({ ctrlKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey;
}

/** "+" needs Shift on some keyboards and not on others, arrows have long names. */
function named(keys: string): string {
  return keys.replace(/^Mod\+=$/, 'Mod++').replace('Arrow', '');
}
