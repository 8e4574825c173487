// What the entries are narrowed to, as it stands in the controls.
import type { AuditFilter, AuditKind } from '../../ipc/bindings';
import { words } from '../../messages';

export type Choice = {
  client: string | null;
  person: string;
  kind: AuditKind | '';
  /** "YYYY-MM-DD", or what was typed as long as it cannot be read. */
  from: string;
  to: string;
};

export function everything(): Choice {
  return { client: null, person: '', kind: '', from: '', to: '' };
}

export function isNarrow(choice: Choice): boolean {
  return Object.values(choice).some(Boolean);
}

/** What is wrong with the days, by field; null where nothing is. */
export function dayProblems({ from, to }: Choice): { from: string | null; to: string | null } {
  const { not_a_date } = words.common.fields;
  const unread = (day: string) => (day && !isDay(day) ? not_a_date(null) : null);
  const order = isDay(from) && isDay(to) && to < from ? words.audit.filter.order : null;
  return { from: unread(from), to: unread(to) ?? order };
}

/** What the core is asked for; null while a day cannot be read. */
export function asked(choice: Choice): AuditFilter | null {
  const problems = dayProblems(choice);
  if (problems.from || problems.to) return null;
  const { client, person, kind, from, to } = choice;
  return { client, person: person || null, kind: kind || null, from: from || null, to: to || null };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
