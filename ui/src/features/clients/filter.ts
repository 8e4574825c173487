// Which clients the list shows: what nothing is asked of shows everybody.
import type { ClientFilter, ClientOrder, ClientStatus } from '../../ipc/bindings';
import { words } from '../../messages';
import { monthName } from '../../messages/formats';

export const everybody: ClientFilter = {
  statuses: [],
  tags: [],
  responsible: null,
  ages: 'every',
  birth_month: null,
};

export const byName: ClientOrder = { by: 'name', down: false };

export const statuses: readonly ClientStatus[] = ['active', 'inactive', 'discharged', 'deceased'];

/** One thing that is asked, and the filter without it. */
export type Asked = { id: string; label: string; without: ClientFilter };

/** What a filter asks, one by one; `nameOf` says who somebody of the practice is. */
export function asked(filter: ClientFilter, nameOf: (person: string) => string): Asked[] {
  const say = words.finding;
  const list: Asked[] = filter.statuses.map((status) => ({
    id: `status ${status}`,
    label: words.record.statuses[status],
    without: { ...filter, statuses: filter.statuses.filter((other) => other !== status) },
  }));
  for (const tag of filter.tags) {
    list.push({
      id: `tag ${tag}`,
      label: tag,
      without: { ...filter, tags: filter.tags.filter((other) => other !== tag) },
    });
  }
  if (filter.responsible !== null) {
    list.push({
      id: 'responsible',
      label: nameOf(filter.responsible),
      without: { ...filter, responsible: null },
    });
  }
  if (filter.ages !== 'every') {
    list.push({ id: 'ages', label: say.ages[filter.ages], without: { ...filter, ages: 'every' } });
  }
  if (filter.birth_month !== null) {
    list.push({
      id: 'month',
      label: say.bornIn(monthName(filter.birth_month)),
      without: { ...filter, birth_month: null },
    });
  }
  return list;
}

/** Whether a filter asks for anything. */
export function asksFor(filter: ClientFilter): boolean {
  return asked(filter, () => '').length > 0;
}

/** Whether two lists show the same in the same order. */
export function alike(
  one: { filter: ClientFilter; order: ClientOrder },
  other: { filter: ClientFilter; order: ClientOrder },
): boolean {
  const plain = ({ filter, order }: typeof one) =>
    JSON.stringify([
      [...filter.statuses].sort(),
      [...filter.tags].sort(),
      filter.responsible,
      filter.ages,
      filter.birth_month,
      order.by,
      order.down,
    ]);
  return plain(one) === plain(other);
}
