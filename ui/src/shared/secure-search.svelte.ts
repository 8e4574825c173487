// A search that shows nobody until one is left, for a screen that a queue can read. Chosen for this machine.

class SecureSearch {
  on = $state(false);
}

export const secureSearch = new SecureSearch();

/** Who was found, as far as it may be shown: the one that fits, even if others nearly do. */
export function shown<Row>({ rows, total, near }: { rows: Row[]; total: number; near: number }): Row[] {
  if (!secureSearch.on) return rows;
  return onlyOne(total, near) ? rows.slice(0, 1) : [];
}

/** Whether one is left; what is nearly meant counts where nobody fits. */
export function onlyOne(total: number, near: number): boolean {
  return total - near === 1 || total === 1;
}
