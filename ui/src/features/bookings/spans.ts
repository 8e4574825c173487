// Sums with stretches of the wall.
import { minutesBetween } from './wall';

export type Span = { from: string; until: string };

/** What is left of some stretches. */
export function without(spans: readonly Span[], taken: readonly Span[]): Span[] {
  return taken.reduce<Span[]>(
    (left, gone) =>
      left.flatMap(({ from, until }) => {
        if (gone.until <= from || gone.from >= until) return [{ from, until }];
        const rest = [
          { from, until: gone.from },
          { from: gone.until, until },
        ];
        return rest.filter((one) => one.from < one.until);
      }),
    spans.map(({ from, until }) => ({ from, until })),
  );
}

/** The same stretches, with none over another. */
export function joined(spans: readonly Span[]): Span[] {
  return spans.reduce<Span[]>((done, span) => [...done, ...without([span], done)], []);
}

export function long(spans: readonly Span[]): number {
  return spans.reduce((all, { from, until }) => all + minutesBetween(from, until), 0);
}
