// Who somebody is to the practice, in a few words.
import type { ClientInput, RelationInput } from '../../ipc/bindings';
import { words } from '../../messages';
import { longDate } from '../../messages/formats';
import { isDay } from '../../shared/typed-date';

/** Who answers for a child, except for those who must not be told anything: their names, or what they are to the child. */
export function guardianOf(relations: readonly RelationInput[]): string {
  return relations
    .filter(({ guardian, must_not }) => guardian && !must_not)
    .map(({ name, relation }) => name || relation)
    .filter(Boolean)
    .join(', ');
}

export function standingSaid({ status, status_since }: ClientInput): string {
  const said = words.record.statuses[status];
  if (!isDay(status_since)) return said;
  const day = longDate(status_since);
  return status === 'deceased' ? words.record.died(day) : words.record.sinceDay(said, day);
}
