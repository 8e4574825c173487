// What was typed and is not saved yet, wherever it was typed: the lock waits for it.

/** Saves now; answers when that is done, or has failed. */
export type Keep = () => Promise<unknown>;

const keeps = new Set<Keep>();

/** Something is not saved. Answers with what to call once it is. */
export function unsaved(keep: Keep): () => void {
  keeps.add(keep);
  return () => keeps.delete(keep);
}

/**
 * Saves everything that is not saved yet, but never takes longer than this many milliseconds. Answers whether something was
 * refused and would be lost with the page.
 */
export async function keepAll(patience: number): Promise<boolean> {
  const kept = Promise.allSettled([...keeps].map((keep) => keep())).then(() => keeps.size > 0);
  return Promise.race([kept, new Promise<false>((resolve) => setTimeout(() => resolve(false), patience))]);
}
