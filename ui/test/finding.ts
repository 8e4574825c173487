// Finding clients as the core does it, as far as screens can tell.
import type {
  ClientFilter,
  CustomField,
  DefineField,
  ClientOrder,
  ClientView,
  FindClients,
  Same,
  SavedList,
} from '../src/ipc/bindings';
import { refuse, type Answers } from './fake-core';
import { rowOf } from './client-row';

function shows({ client, age }: ClientView, filter: ClientFilter): boolean {
  const { statuses, tags, responsible, ages, birth_month } = filter;
  return (
    (!statuses.length || statuses.includes(client.status)) &&
    (!tags.length || client.tags.some((tag) => tags.includes(tag))) &&
    (responsible === null || client.responsible === responsible) &&
    (ages === 'every' || (age !== null && (ages === 'minors') === age < 18)) &&
    (birth_month === null || Number(client.birth_date.slice(5, 7)) === birth_month)
  );
}

/** Whoever looks for somebody finds them in the archive, too. */
function lies({ put_away }: ClientView, text: string): boolean {
  return put_away === null || (text.trim() !== '' && put_away.place === 'archive');
}

function compare(a: ClientView, b: ClientView, { by, down }: ClientOrder): number {
  const way = down ? -1 : 1;
  if (by === 'name') return way * a.client.family_name.localeCompare(b.client.family_name);
  if (by === 'born') return way * a.client.birth_date.localeCompare(b.client.birth_date);
  return way * (by === 'number' ? a.number - b.number : a.registered_at - b.registered_at);
}

/** The fields as the core has them after this. */
function defined(before: CustomField[], asked: DefineField[], clients: ClientView[]): CustomField[] {
  const problems = asked.flatMap(({ name, kind, choices }, at) => [
    ...(name.trim() === '' ? [{ path: `fields.${at}.name`, problem: 'required' as const, limit: null }] : []),
    ...(kind === 'choice' && choices.every((choice) => choice.trim() === '')
      ? [{ path: `fields.${at}.choices`, problem: 'required' as const, limit: null }]
      : []),
  ]);
  if (problems.length) refuse({ code: 'invalid', fields: problems });
  const uses = (id: string) =>
    clients.filter(({ client }) => client.custom.some(({ field }) => field === id)).length;
  const now = asked.map((field): CustomField => {
    const id = field.id ?? `field-${before.length + 1}`;
    return { ...field, id, name: field.name.trim(), asked: true, used: uses(id) };
  });
  const former = before.filter(({ id }) => now.every((field) => field.id !== id));
  return [...now, ...former.map((field) => ({ ...field, asked: false, used: uses(field.id) }))];
}

/** Makes somebody so; what would make them as they were. */
function makeSo({ client }: ClientView, what: Same): Same | null {
  if (what.kind === 'stand') {
    const { status, status_since: since } = client;
    Object.assign(client, { status: what.status, status_since: what.since });
    const instead_of = { status: what.status, since: what.since };
    return { kind: 'stand', status, since, instead_of };
  }
  const has = client.tags.includes(what.tag);
  if (has === (what.kind === 'add_tag')) return null;
  client.tags = has ? client.tags.filter((tag) => tag !== what.tag) : [...client.tags, what.tag];
  return { kind: has ? 'add_tag' : 'remove_tag', tag: what.tag };
}

/** Whoever is found in these, and the lists that are saved. */
export function findingAnswers(clients: () => Iterable<ClientView>, changed: () => void): Answers {
  const lists: SavedList[] = [];
  let fields: CustomField[] = [];
  const found = ({ text, filter, order }: FindClients) => {
    const parts = text.toLowerCase().split(/\s+/);
    return [...clients()]
      .filter(
        (view) =>
          (filter?.lying ? view.put_away?.place === filter.lying : lies(view, text)) &&
          parts.every((part) => JSON.stringify(Object.values(view.client)).toLowerCase().includes(part)),
      )
      .filter((view) => !filter || shows(view, filter))
      .sort((a, b) => compare(a, b, order ?? { by: 'name', down: false }));
  };
  return {
    clientsFind: (input) => {
      const rows = found(input).map(rowOf);
      return { rows: rows.slice(input.offset, input.offset + input.limit), total: rows.length, near: 0 };
    },
    clientsFindIds: (input) => found(input).map(({ id }) => id),
    clientsEditMany: ({ changes }) => {
      if (changes.some(({ what }) => 'tag' in what && what.tag.trim() === ''))
        refuse({ code: 'invalid', fields: [{ path: 'tag', problem: 'required', limit: null }] });
      const back = changes.flatMap(({ ids, what }) =>
        [...clients()]
          .filter(({ id }) => ids.includes(id))
          .flatMap((view) => {
            const undo = makeSo(view, what);
            return undo ? [{ ids: [view.id], what: undo }] : [];
          }),
      );
      changed();
      return { changed: back.length, left: 0, back };
    },
    clientsCustomFields: () => [...fields],
    clientsDefineFields: ({ fields: asked }) => {
      fields = defined(fields, asked, [...clients()]);
      changed();
      return fields;
    },
    clientsLists: () => [...lists].sort((a, b) => a.name.localeCompare(b.name)),
    clientsSaveList: ({ id, name, filter, order }) => {
      if (lists.some((list) => list.name.toLowerCase() === name.trim().toLowerCase() && list.id !== id))
        refuse({ code: 'invalid', fields: [{ path: 'name', problem: 'name_taken', limit: null }] });
      const known = lists.find((list) => list.id === id);
      const list = { id: id ?? `list-${lists.length + 1}`, name: name.trim(), filter, order };
      if (known) lists[lists.indexOf(known)] = list;
      else lists.push(list);
      changed();
      return list;
    },
    clientsRemoveList: ({ id }) => {
      lists.splice(
        lists.findIndex((list) => list.id === id),
        1,
      );
      changed();
      return null;
    },
  };
}
