import { allAnswered, core } from '../ipc/call';
import { pages } from '../shared/pages';
import { keepAll } from '../shared/unsaved';

/** Milliseconds that the lock waits for what is being saved; after that it locks all the same. */
const KEEPING = 1500;
/** Milliseconds that a question may still take before its answer is given up. */
const PATIENCE = 500;

/**
 * Closes the records: they are hidden at once, what is being typed is kept, and the page leaves whatever the answer
 * is. A page that leaves while a question is under way loses its answer, so the questions come first.
 */
export async function lock(): Promise<void> {
  const root = document.documentElement;
  if (root.dataset.locking !== undefined) return;
  // Leaving a field keeps what was typed there.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  root.dataset.locking = '';
  try {
    await keepAll(KEEPING);
    await allAnswered(PATIENCE);
    await core.sessionLock();
    await allAnswered(PATIENCE);
  } finally {
    await pages.closed();
  }
}
