// An entry in words: a sentence with places for names, and what else is known of it.
import type { AuditEntryView } from '../../ipc/bindings';
import { words } from '../../messages';

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The sentence, cut where a name stands: '{person}', ' opened ', '{client}', '’s record'. */
export function sentence(entry: AuditEntryView): string[] {
  return template(entry)
    .split(/(\{person\}|\{client\}|\{about\})/)
    .filter(Boolean);
}

function template({ action, outcome, client, about, facts }: AuditEntryView): string {
  const say = words.audit;
  if (action === null) return say.unknown;
  if (action === 'refused') {
    const permission = facts.find(({ fact }) => fact === 'permission');
    if (permission) return say.refused(say.permission(permission.value));
  }
  const tried = outcome === 'failed' ? say.failed[action] : undefined;
  if (tried) return tried;
  const { record, person, alone } = say.sentences[action];
  return (client && record) || (about && person) || alone;
}

/** What else is known, for a second line: counts and names of fields. Ids say nothing to a reader. */
export function details({ action, outcome, facts }: AuditEntryView): string[] {
  const say = words.audit;
  const known = facts
    .filter(({ value }) => !id.test(value))
    .map(({ fact, value }) =>
      fact === 'fields'
        ? words.clients.timeline.changedFields(value.split(', '))
        : fact === 'name' && action === 'built_in_sheet_put_in'
          ? null
          : say.fact(fact, value),
    );
  const said = action === 'refused' || (action !== null && outcome === 'failed' && say.failed[action]);
  return [said ? null : say.outcomes[outcome], ...known].filter((part) => part !== null);
}
