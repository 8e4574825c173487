// Single keys that mean something on the screen that stands, besides those that hold everywhere.
export type OwnKey = { id: string; key: string; label: string; run: () => unknown };

let own: readonly OwnKey[] = [];

export function ownKeys(): readonly OwnKey[] {
  return own;
}

/** A screen has these until the returned function is called. */
export function haveKeys(keys: readonly OwnKey[]): () => void {
  own = keys;
  return () => {
    if (own === keys) own = [];
  };
}
