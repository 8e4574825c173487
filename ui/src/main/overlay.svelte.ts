/** What can stand over the screen. */
export type Over = 'palette' | 'shortcuts' | 'seat' | 'pin';

/** What stands over the screen; one thing at a time. */
class Overlay {
  open = $state<Over | null>(null);

  show(which: Over): void {
    this.open = which;
  }

  close(): void {
    this.open = null;
  }
}

export const overlay = new Overlay();
