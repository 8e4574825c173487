import { allAnswered, askNothingNew, core } from '../ipc/call';
import { pages } from '../shared/pages';
import { keepAll } from '../shared/unsaved';

/** Milliseconds that leaving waits for what is being saved; after that the page leaves all the same. */
const KEEPING = 1500;
/** Milliseconds that a question may still take before its answer is given up. */
const PATIENCE = 500;

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

/** What is being typed is kept, and every question has its answer: a page that leaves before that loses both. */
export async function keepTyped(): Promise<void> {
  await keepAll(KEEPING);
  await allAnswered(PATIENCE);
}

/** For a page that finds the records closed: nobody can read it any more, and what it had asked by then has its answer. */
export async function showOut(): Promise<never> {
  hide();
  askNothingNew();
  await allAnswered(PATIENCE);
  return pages.closed();
}

/** The records are hidden at once, what is being typed is kept, and the page leaves whatever the answer is. */
async function leaveBy(close: () => Promise<unknown>): Promise<void> {
  if (document.documentElement.dataset.locking !== undefined) return;
  // Leaving a field keeps what was typed there.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  hide();
  try {
    await keepTyped();
    askNothingNew();
    await close();
    await allAnswered(PATIENCE);
  } finally {
    await pages.closed();
  }
}
