/**
 * Keeps the keyboard on a booking that is drawn anew: what draws it may take the old button away, and the focus with it.
 * Whoever goes elsewhere, by key or by mouse, is let go.
 */
export function keptFocus(box: HTMLElement): () => void {
  let held: string | null = null;
  const idOf = (target: EventTarget | null) =>
    target instanceof HTMLElement
      ? (target.closest<HTMLElement>('[data-booking]')?.dataset.booking ?? null)
      : null;
  const came = (event: FocusEvent) => (held = idOf(event.target));
  const went = (event: FocusEvent) => {
    if (event.relatedTarget !== null) held = null;
  };
  const pressed = (event: PointerEvent) => {
    if (idOf(event.target) === null) held = null;
  };
  const watch = new MutationObserver(() => {
    if (held === null || document.activeElement !== document.body) return;
    box.querySelector<HTMLElement>(`[data-booking="${CSS.escape(held)}"]`)?.focus();
  });
  box.addEventListener('focusin', came);
  box.addEventListener('focusout', went);
  addEventListener('pointerdown', pressed);
  watch.observe(box, { subtree: true, childList: true });
  return () => {
    box.removeEventListener('focusin', came);
    box.removeEventListener('focusout', went);
    removeEventListener('pointerdown', pressed);
    watch.disconnect();
  };
}
