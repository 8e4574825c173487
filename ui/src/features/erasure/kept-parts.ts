import type { Keeping, KeptParts } from '../../ipc/bindings';
import { words } from '../../messages';
import { longDate } from '../../messages/formats';

/** What stays of a record that is erased in part, line by line. */
export function keptParts({
  notes,
  unsigned,
  visits,
  health,
  alerts,
  correspondence,
  files,
  sheets,
}: KeptParts): string[] {
  const say = words.erasure.part;
  return [
    say.who,
    notes > 0 && say.notes(notes),
    unsigned > 0 && say.unsigned(unsigned),
    visits > 0 && say.visits(visits),
    health && say.health,
    alerts > 0 && say.alerts(alerts),
    correspondence > 0 && say.correspondence(correspondence),
    files > 0 && say.files(files),
    sheets > 0 && say.sheets(sheets),
  ].filter((line) => line !== false);
}

/** By which rule it stays; null where none is chosen. */
export function becauseOf({ rule, last_entry, last_visit, as_child }: Keeping): string | null {
  if (!rule) return null;
  const say = words.erasure.part;
  // Of whoever never came the last entry counts.
  const [from, on] =
    rule.counted_from === 'last_visit' && last_visit
      ? (['last_visit', last_visit] as const)
      : (['last_entry', last_entry] as const);
  return [
    say.because(rule.years, say.why[from], on && longDate(on)),
    as_child && rule.child_until !== null ? say.child(rule.child_until) : '',
    say.rule(rule.name, rule.source),
  ].join('');
}
