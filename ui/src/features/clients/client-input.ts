// The form of a client before the core has seen it.
import type {
  AddressInput,
  ClientInput,
  EmailInput,
  FundInput,
  PhoneInput,
  RecordField,
  RelationInput,
} from '../../ipc/bindings';
import { fullName, joinsNames } from '../../shared/full-name';

export const fieldOrder = [
  'given_name',
  'family_name',
  'preferred_name',
  'pronouns',
  'birth_date',
  'sex',
  'gender',
  'occupation',
  'phones',
  'emails',
  'addresses',
  'language',
  'relations',
  'gp_name',
  'gp_phone',
  'gp_address',
  'referrer',
  'funds',
  'tags',
  'custom',
  'status',
  'status_since',
  'responsible',
  'notes',
] as const satisfies readonly (keyof ClientInput)[];

export const emptyPhone = (kind: PhoneInput['kind'] = 'mobile'): PhoneInput => ({
  kind,
  number: '',
  allows: { voicemail: 'unasked', text: 'unasked', clinic_name: 'unasked' },
});

export const emptyEmail = (): EmailInput => ({ kind: 'personal', email: '' });

export const emptyAddress = (): AddressInput => ({ kind: 'home', address: '' });

export const emptyFund = (): FundInput => ({ fund: '', number: '' });

export const emptyRelation = (): RelationInput => ({
  name: '',
  relation: '',
  phone: '',
  email: '',
  other: '',
  emergency: false,
  guardian: false,
  may_sign: false,
  gets_copies: false,
  must_not: false,
  note: '',
});

export function emptyClient(): ClientInput {
  return {
    given_name: '',
    family_name: '',
    preferred_name: '',
    pronouns: '',
    birth_date: '',
    sex: 'unsaid',
    gender: '',
    phones: [],
    emails: [],
    addresses: [],
    language: '',
    occupation: '',
    relations: [],
    gp_name: '',
    gp_phone: '',
    gp_address: '',
    referrer: '',
    funds: [],
    tags: [],
    custom: [],
    status: 'active',
    status_since: '',
    notes: '',
    responsible: '',
  };
}

/** What a draft knows: one of an earlier version of the program nothing of custom fields. */
type Known = Omit<ClientInput, 'custom'> & Partial<Pick<ClientInput, 'custom'>>;

/** The form with every line whole: a draft of an earlier version of the program knows less of each. */
export function withWholeLines(client: Known): ClientInput {
  return {
    ...client,
    custom: client.custom ?? [],
    phones: client.phones.map((phone) => ({ ...emptyPhone(), ...phone })),
    emails: client.emails.map((email) => ({ ...emptyEmail(), ...email })),
    addresses: client.addresses.map((address) => ({ ...emptyAddress(), ...address })),
    relations: client.relations.map((person) => ({ ...emptyRelation(), ...person })),
    funds: client.funds.map((fund) => ({ ...emptyFund(), ...fund })),
  };
}

/** What was typed into the search, put where it belongs: an email, a phone, or a name. */
export function clientFrom(typed: string): ClientInput {
  const text = typed.trim().replace(/\s+/g, ' ');
  const client = emptyClient();
  if (kindOf(text) === 'email') return { ...client, emails: [{ ...emptyEmail(), email: text }] };
  if (kindOf(text) === 'phone') return { ...client, phones: [{ ...emptyPhone(), number: text }] };
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

export const isBlankPhone = ({ number }: PhoneInput) => number.trim() === '';
export const isBlankEmail = ({ email }: EmailInput) => email.trim() === '';
export const isBlankAddress = ({ address }: AddressInput) => address.trim() === '';
export const isBlankFund = ({ fund, number }: FundInput) => fund.trim() === '' && number.trim() === '';

/** What a person is to be asked for does not make somebody of them. */
export function isBlankRelation(person: RelationInput): boolean {
  const { name, relation, phone, email, other, note } = person;
  return [name, relation, phone, email, other, note].every((text) => text.trim() === '');
}

/** A line that was opened and left empty says nothing. */
export function withoutBlanks(client: ClientInput): ClientInput {
  return {
    ...client,
    phones: client.phones.filter((phone) => !isBlankPhone(phone)),
    emails: client.emails.filter((email) => !isBlankEmail(email)),
    addresses: client.addresses.filter((address) => !isBlankAddress(address)),
    relations: client.relations.filter((person) => !isBlankRelation(person)),
    funds: client.funds.filter((fund) => !isBlankFund(fund)),
    custom: client.custom.filter(({ value }) => value.trim() !== ''),
  };
}

export function isEmpty(client: ClientInput): boolean {
  return differing(client, emptyClient()).length === 0;
}

/** What a practice may leave out of which this record says something. */
export function sayingFields(client: ClientInput): Set<RecordField> {
  const doctor = client.gp_name || client.gp_phone || client.gp_address;
  const says: Record<RecordField, boolean> = {
    preferred_name: client.preferred_name !== '',
    pronouns: client.pronouns !== '',
    sex: client.sex !== 'unsaid',
    gender: client.gender !== '',
    occupation: client.occupation !== '',
    addresses: !client.addresses.every(isBlankAddress),
    language: client.language !== '',
    family_doctor: doctor !== '',
    referrer: client.referrer !== '',
    funds: client.funds.length > 0,
    tags: client.tags.length > 0,
  };
  return new Set((Object.keys(says) as RecordField[]).filter((field) => says[field]));
}

/** The fields in which two forms differ, in the order of the form. */
export function differing(a: ClientInput, b: ClientInput): (keyof ClientInput)[] {
  const [one, other] = [withoutBlanks(a), withoutBlanks(b)];
  return fieldOrder.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]));
}
