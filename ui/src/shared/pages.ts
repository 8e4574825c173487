// The window's two documents. Leaving one drops everything that it showed.

/** Both never resolve: what waits for them stays busy until its document is gone. */
export const pages = {
  /** The open practice. */
  open: (): Promise<never> => leaveFor('index.html'),
  /** First run, the door, trouble. */
  closed: (): Promise<never> => leaveFor('closed.html'),
};

/** Replaces the place in the history too: there is no way back into a document that was left. */
function leaveFor(page: string): Promise<never> {
  location.replace(page);
  return new Promise(() => undefined);
}
