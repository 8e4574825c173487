import type { NeedledPoint } from '../../ipc/bindings';

/** What differs from the last visit. */
export type Changes<Then, Now> = {
  /** Not there last time. */
  added: Now[];
  /** There last time, on another side. */
  turned: Now[];
  /** There last time only. */
  gone: Then[];
};

export function changesSince<Then extends NeedledPoint, Now extends NeedledPoint>(
  last: readonly Then[],
  now: readonly Now[],
): Changes<Then, Now> {
  const then = new Map(last.map((point) => [point.code, point.side]));
  const kept = new Set(now.map(({ code }) => code));
  return {
    added: now.filter(({ code }) => !then.has(code)),
    turned: now.filter(({ code, side }) => then.has(code) && then.get(code) !== side),
    gone: last.filter(({ code }) => !kept.has(code)),
  };
}
