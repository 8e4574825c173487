// Blurs the names of people on every screen while somebody else can see it. What is marked `data-name` is blurred by
// base.css; a screen reader, which nobody looks over the shoulder of, still reads it. Lasts until the program is
// closed, over locking and unlocking, because the person beside the desk may still be there.

const KEPT = 'hegu-names';

class Names {
  hidden = $state(false);

  /** Takes up what was chosen before the window was locked. */
  recall(): void {
    this.#wear(sessionStorage.getItem(KEPT) === 'hidden');
  }

  toggle(): void {
    this.#wear(!this.hidden);
    if (this.hidden) sessionStorage.setItem(KEPT, 'hidden');
    else sessionStorage.removeItem(KEPT);
  }

  #wear(hidden: boolean): void {
    this.hidden = hidden;
    if (hidden) document.documentElement.dataset.names = 'hidden';
    else delete document.documentElement.dataset.names;
  }
}

export const names = new Names();
