import { allAnswered, askNothingNew, core } from '../ipc/call';
import { words } from '../messages';
import { pages } from '../shared/pages';
import { toast } from '../shared/toasts.svelte';
import { keepAll } from '../shared/unsaved';

/** Milliseconds that leaving waits for what is being saved; after that the page leaves all the same. */
const KEEPING = 1500;
/** Milliseconds that a question may still take before the records are closed without its answer. */
const PATIENCE = 500;
/** And once they are closed: nothing can be read any more, and a busy computer needs longer to say so. */
const CLOSED = 2_000;
/** Milliseconds in which doing it again means that what cannot be saved may go. */
const AGAIN = 30_000;

let refusedAt = -Infinity;

/** Closes the records: only a passphrase opens them again. */
export function lock(): Promise<void> {
  return leaveBy(() => core.sessionLock());
}

/** Hides the records and keeps them open: a PIN brings its owner back. */
export function rest(): Promise<void> {
  return leaveBy(() => core.sessionRest());
}

/** Nothing of the records can be read any more, whatever stands on top. */
export function hide(): void {
  document.documentElement.dataset.locking = '';
}

/**
 * What is being typed is kept, and every question has its answer: a page that leaves before that loses both. Answers
 * whether something was refused.
 */
export async function keepTyped(): Promise<boolean> {
  const refused = await keepAll(KEEPING);
  await allAnswered(PATIENCE);
  return refused;
}

/** For a page that finds the records closed: nobody can read it any more, and what it had asked by then has its answer. */
export async function showOut(): Promise<never> {
  hide();
  askNothingNew();
  await allAnswered(CLOSED);
  return pages.closed();
}

/**
 * The records are hidden at once, what is being typed is kept, and the page leaves whatever the answer is. Where it cannot
 * be kept, on a full disk or while the folder is gone, it would go with the page: then the page stays, says so, and goes when
 * it is told again. The shell, which hides the records when nobody is there, does not wait for that.
 */
async function leaveBy(close: () => Promise<unknown>): Promise<void> {
  if (document.documentElement.dataset.locking !== undefined) return;
  // Leaving a field keeps what was typed there.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  hide();
  const refused = await keepTyped();
  if (refused && performance.now() - refusedAt > AGAIN) {
    refusedAt = performance.now();
    delete document.documentElement.dataset.locking;
    toast(words.common.notKept);
    return;
  }
  try {
    askNothingNew();
    await close();
    await allAnswered(CLOSED);
  } finally {
    await pages.closed();
  }
}
