/**
 * An attachment for a part of a page whose focused control may go while it is used, such as a button that is done. The
 * keyboard then goes on at the first control of the part, and not at the top of the page.
 */
export function keepsFocus(part: HTMLElement): () => void {
  let within = false;
  const entered = () => (within = true);
  const left = ({ target, relatedTarget }: FocusEvent) => {
    // What was taken out of the page is no longer in it by then; what was only left still is.
    queueMicrotask(() => {
      if (relatedTarget !== null || (target instanceof Node && target.isConnected)) {
        within = part.contains(document.activeElement);
      }
    });
  };
  const watcher = new MutationObserver(() => {
    if (within && document.activeElement === document.body) {
      part
        .querySelector<HTMLElement>(':is(button, a[href], input, select, textarea):not([disabled])')
        ?.focus();
    }
  });
  part.addEventListener('focusin', entered);
  part.addEventListener('focusout', left);
  watcher.observe(part, { childList: true, subtree: true });
  return () => {
    watcher.disconnect();
    part.removeEventListener('focusin', entered);
    part.removeEventListener('focusout', left);
  };
}
