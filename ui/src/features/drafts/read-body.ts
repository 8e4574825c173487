/** The fields of `empty` that a draft's JSON holds with the same type; whatever else it holds is ignored. */
export function readBody<T extends object>(body: string, empty: T): T {
  const found = parsed(body);
  const filled: Record<string, unknown> = {};
  for (const [key, fallback] of Object.entries(empty)) {
    const value = found[key];
    const fits = fallback === null || value === null ? key in found : sameKind(value, fallback);
    filled[key] = fits ? value : fallback;
  }
  return filled as T;
}

function sameKind(value: unknown, fallback: unknown): boolean {
  return typeof value === typeof fallback && Array.isArray(value) === Array.isArray(fallback);
}

function parsed(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
