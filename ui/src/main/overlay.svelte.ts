/** What stands over the screen; one thing at a time. */
class Overlay {
  open = $state<'palette' | 'shortcuts' | null>(null);

  show(which: 'palette' | 'shortcuts'): void {
    this.open = which;
  }

  close(): void {
    this.open = null;
  }
}

export const overlay = new Overlay();
