/**
 * An attachment that shows a dialog over an inert page. The focus goes to the first thing to fill in, or to the title of
 * a dialog that is only read, and comes back where it was: an element taken out of the page loses it otherwise.
 */
export function modal(dialog: HTMLDialogElement): () => void {
  const before = document.activeElement;
  dialog.showModal();
  const first = dialog.querySelector<HTMLElement>(':is(input, textarea, select):not([disabled])');
  const chosen = first?.matches('[type=radio]') && dialog.querySelector<HTMLElement>('input:checked');
  (chosen || first || dialog.querySelector<HTMLElement>('h2'))?.focus();
  return () => {
    dialog.close();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
}
