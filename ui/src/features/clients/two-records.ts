// What two records of one person say, line by line, and what the one record says of it.
import type { Allowed, ClientInput, PhoneAllows, PhoneInput, RelationInput } from '../../ipc/bindings';
import { words } from '../../messages';
import { fold } from '../../shared/fold';
import {
  begunWith,
  bothTexts,
  united,
  type Difference,
  type Says,
  type Side,
} from '../../shared/two-versions';
import { asText, type Beside } from './as-text';
import { differing, emptyClient, fieldOrder } from './client-input';
import { customSaid } from './custom';

type Field = keyof ClientInput;

/** Fields that are chosen together stand under the first of them. */
const along: Partial<Record<Field, readonly Field[]>> = {
  given_name: ['family_name'],
  gp_name: ['gp_phone', 'gp_address'],
  status: ['status_since'],
};
const CUSTOM = 'custom:';
const empty = emptyClient();

/** What both can say side by side, what was saved last before what was saved earlier: the first of a list is the preferred. */
const together = {
  phones: (one, other) => ({ phones: united(one.phones, other.phones, digitsOf, onePhone) }),
  emails: (one, other) => ({ emails: united(one.emails, other.emails, ({ email }) => fold(email)) }),
  addresses: (one, other) => ({
    addresses: united(one.addresses, other.addresses, ({ kind, address }) => fold(`${kind} ${address}`)),
  }),
  relations: (one, other) => ({
    relations: united(one.relations, other.relations, whoIs, onePerson),
  }),
  funds: (one, other) => ({
    funds: united(one.funds, other.funds, ({ fund, number }) => fold(`${fund} ${number}`)),
  }),
  tags: (one, other) => ({ tags: united(one.tags, other.tags, fold) }),
  notes: (one, other) => ({ notes: bothTexts(one.notes, other.notes, '\n\n') }),
} satisfies Partial<Record<Field, (one: ClientInput, other: ClientInput) => Partial<ClientInput>>>;

/** One record with what both say in a field. */
function withBoth(
  field: keyof typeof together,
  one: ClientInput,
  other: ClientInput,
  newer: 'mine' | 'theirs',
): ClientInput {
  return { ...one, ...(newer === 'mine' ? together[field](one, other) : together[field](other, one)) };
}

const fits = (field: string): field is keyof typeof together => field in together;
const group = (first: Field): readonly Field[] => [first, ...(along[first] ?? [])];
const heads = fieldOrder.filter(
  (field) => field !== 'custom' && !Object.values(along).some((others) => others.includes(field)),
);

/** The lines on which two records say something else, in the order of the form, with what stands to begin with. */
export function differences(
  one: ClientInput,
  other: ClientInput,
  beside: Beside,
  newer: 'mine' | 'theirs',
): { lines: Difference[]; begun: Record<string, Side> } {
  const differ = differing(one, other);
  const begun: Record<string, Side> = {};
  const lines = heads
    .filter((head) => group(head).some((field) => differ.includes(field)))
    .map((head): Difference => {
      const [mine, theirs] = [said(one, head, beside), said(other, head, beside)];
      const says: Says = [speaks(one, head), speaks(other, head)];
      const alone = !(says[0] && says[1]);
      const line = {
        field: head,
        label: label(head),
        mine,
        theirs,
        alone,
        ...(fits(head) && !alone ? { both: said(withBoth(head, one, other, newer), head, beside) } : {}),
      };
      begun[head] = begunWith(line, says, newer);
      // Whoever has died is not called by mistake.
      if (head === 'status' && one.status === 'deceased') begun[head] = 'mine';
      if (head === 'status' && other.status === 'deceased') begun[head] = 'theirs';
      return line;
    });
  for (const field of beside.fields) {
    const [mine, theirs] = [answer(one, field.id), answer(other, field.id)];
    if (mine === theirs) continue;
    const text = (value: string) => value && customSaid(field, value);
    const says: Says = [mine !== '', theirs !== ''];
    const line = {
      field: CUSTOM + field.id,
      label: field.name,
      mine: text(mine),
      theirs: text(theirs),
      alone: !(says[0] && says[1]),
    };
    begun[line.field] = begunWith(line, says, newer);
    lines.push(line);
  }
  return { lines, begun };
}

/** The details of the one record, as they were chosen. */
export function chosen(
  one: ClientInput,
  other: ClientInput,
  choices: Record<string, Side>,
  newer: 'mine' | 'theirs',
): ClientInput {
  let client: ClientInput = { ...one };
  for (const [line, side] of Object.entries(choices)) {
    if (line.startsWith(CUSTOM)) {
      const id = line.slice(CUSTOM.length);
      const said = (side === 'theirs' ? other : one).custom.filter(({ field }) => field === id);
      client = { ...client, custom: [...client.custom.filter(({ field }) => field !== id), ...said] };
    } else if (side === 'both' && fits(line)) {
      client = { ...client, [line]: withBoth(line, one, other, newer)[line] };
    } else if (side === 'theirs') {
      const fields = group(line as Field).map((field) => [field, other[field]]);
      client = { ...client, ...Object.fromEntries(fields) };
    }
  }
  return client;
}

const digitsOf = ({ number }: PhoneInput) => number.replace(/\D/g, '') || number;
const whoIs = ({ name, other, phone }: RelationInput) => fold(other || `${name} ${phone}`);

/** One number in both: what was forbidden there stays forbidden, what was said stays said, and "evenings" stays beside it. */
function onePhone(phone: PhoneInput, same: PhoneInput): PhoneInput {
  const strictest = (what: keyof PhoneAllows): Allowed => {
    const said = [phone.allows[what], same.allows[what]];
    if (said.includes('no')) return 'no';
    return said.includes('yes') ? 'yes' : 'unasked';
  };
  const [voicemail, text, clinic_name] = [
    strictest('voicemail'),
    strictest('text'),
    strictest('clinic_name'),
  ];
  const number = /\p{L}/u.test(same.number) && !/\p{L}/u.test(phone.number) ? same.number : phone.number;
  return { ...phone, number, allows: { voicemail, text, clinic_name } };
}

/** One person in both: who must not be told anything in one of them must not be at all. */
function onePerson(person: RelationInput, same: RelationInput): RelationInput {
  const must_not = person.must_not || same.must_not;
  const may = (what: 'emergency' | 'may_sign' | 'gets_copies') => !must_not && (person[what] || same[what]);
  return {
    ...person,
    relation: person.relation || same.relation,
    phone: person.phone || same.phone,
    email: person.email || same.email,
    emergency: may('emergency'),
    guardian: person.guardian || same.guardian,
    may_sign: may('may_sign'),
    gets_copies: may('gets_copies'),
    must_not,
    note: bothTexts(person.note, same.note, '; '),
  };
}

function label(head: Field): string {
  return head === 'given_name' ? words.clients.groups.name : words.clients.fields[head];
}

function said(client: ClientInput, head: Field, beside: Beside): string {
  if (head === 'status') return asText(client, head, beside);
  const texts = group(head).map((field) => asText(client, field, beside));
  return texts.filter(Boolean).join(head === 'gp_name' ? '\n' : ' ');
}

function speaks(client: ClientInput, head: Field): boolean {
  // Everybody stands somehow with the practice, and with somebody in it or with all.
  if (head === 'status' || head === 'responsible') return true;
  return group(head).some((field) => JSON.stringify(client[field]) !== JSON.stringify(empty[field]));
}

function answer(client: ClientInput, id: string): string {
  return client.custom.find(({ field }) => field === id)?.value ?? '';
}
