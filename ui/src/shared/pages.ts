// The window's two documents. Leaving one drops everything that it showed.

import { allAnswered, askNothingNew } from '../ipc/call';

/** Milliseconds that a question may still take before its answer is given up; the shell waits for longer. */
const PATIENCE = 1500;

/** Both never resolve: what waits for them stays busy until its document is gone. */
export const pages = {
  /** The open practice. */
  open: (): Promise<never> => leaveFor('index.html'),
  /** First run, the door, trouble. */
  closed: (): Promise<never> => leaveFor('closed.html'),
};

/** Replaces the place in the history too: there is no way back into a document that was left. */
async function leaveFor(page: string): Promise<never> {
  askNothingNew();
  await allAnswered(PATIENCE);
  location.replace(page);
  return new Promise(() => undefined);
}
