// The form of a client before the core has seen it.
import type { ClientInput } from '../../ipc/bindings';
import { fullName, joinsNames } from '../../shared/full-name';

export const fieldOrder = [
  'given_name',
  'family_name',
  'preferred_name',
  'pronouns',
  'birth_date',
  'phones',
  'email',
  'address',
  'emergency_name',
  'emergency_relation',
  'emergency_phone',
  'notes',
  'responsible',
] as const satisfies readonly (keyof ClientInput)[];

export function emptyClient(): ClientInput {
  return {
    given_name: '',
    family_name: '',
    preferred_name: '',
    pronouns: '',
    birth_date: '',
    phones: [],
    email: '',
    address: '',
    emergency_name: '',
    emergency_phone: '',
    emergency_relation: '',
    notes: '',
    responsible: '',
  };
}

/** What was typed into the search, put where it belongs: an email, a phone, or a name. */
export function clientFrom(typed: string): ClientInput {
  const text = typed.trim().replace(/\s+/g, ' ');
  const client = emptyClient();
  if (kindOf(text) === 'email') return { ...client, email: text };
  if (kindOf(text) === 'phone') return { ...client, phones: [{ kind: 'mobile', number: text }] };
  const words = text.split(' ');
  // Where the family comes first on paper, it is typed first too.
  if (words.length > 1 && words.every(joinsNames)) {
    return { ...client, family_name: words[0] ?? '', given_name: words.slice(1).join('') };
  }
  const family = words.length > 1 ? (words.at(-1) ?? '') : '';
  return {
    ...client,
    given_name: words.slice(0, Math.max(1, words.length - 1)).join(' '),
    family_name: family,
  };
}

export function kindOf(text: string): 'email' | 'phone' | 'name' {
  if (text.includes('@')) return 'email';
  return /\d/.test(text) && !/\p{L}/u.test(text) ? 'phone' : 'name';
}

export function nameOf(client: ClientInput): string {
  return fullName(client.given_name.trim(), client.family_name.trim());
}

/** A phone line that was opened and left empty says nothing. */
export function withoutBlanks(client: ClientInput): ClientInput {
  return { ...client, phones: client.phones.filter(({ number }) => number.trim() !== '') };
}

export function isEmpty(client: ClientInput): boolean {
  return differing(client, emptyClient()).length === 0;
}

/** The fields in which two forms differ, in the order of the form. */
export function differing(a: ClientInput, b: ClientInput): (keyof ClientInput)[] {
  return fieldOrder.filter(
    (field) => JSON.stringify(withoutBlanks(a)[field]) !== JSON.stringify(withoutBlanks(b)[field]),
  );
}
