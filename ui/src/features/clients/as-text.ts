// What a field of a record says, in words, where two versions of it stand beside each other.
import type { ClientInput, CustomField, PhoneAllows, RelationInput } from '../../ipc/bindings';
import { words } from '../../messages';
import { languageName, longDate } from '../../messages/formats';
import { isDay } from '../../shared/typed-date';
import { customSaid } from './custom';
import { roleOrder } from './roles';
import { standingSaid } from './standing';

const say = words.record;

/** What is asked for only to compare two versions. */
export type Beside = {
  /** Who can answer for a client, by id. */
  names: Record<string, string>;
  fields: readonly CustomField[];
};

export function asText(client: ClientInput, field: keyof ClientInput, { names, fields }: Beside): string {
  switch (field) {
    case 'responsible':
      return names[client.responsible] ?? words.clients.wholePractice;
    case 'phones':
      return client.phones
        .map(({ kind, number, allows }) =>
          [`${number} (${say.phoneKinds[kind]})`, ...allowances(allows)].join(', '),
        )
        .join('\n');
    case 'emails':
      return client.emails.map(({ kind, email }) => `${email} (${say.emailKinds[kind]})`).join('\n');
    case 'addresses':
      return client.addresses
        .map(({ kind, address }) => `${address}\n(${say.addressKinds[kind]})`)
        .join('\n');
    case 'relations':
      return client.relations.map(personAsText).join('\n');
    case 'funds':
      return client.funds.map(({ fund, number }) => `${fund} ${number}`.trim()).join('\n');
    case 'tags':
      return client.tags.join(', ');
    case 'custom':
      return customAsText(client, fields);
    case 'sex':
      return say.sexes[client.sex];
    case 'status':
      return standingSaid(client);
    case 'language':
      return client.language && languageName(client.language);
    case 'birth_date':
      return isDay(client.birth_date) ? longDate(client.birth_date) : client.birth_date;
    default:
      return client[field];
  }
}

function customAsText({ custom }: ClientInput, fields: readonly CustomField[]): string {
  const lines = fields.flatMap((field) => {
    const said = custom.find((line) => line.field === field.id);
    return said ? [`${field.name}: ${customSaid(field, said.value)}`] : [];
  });
  return lines.join('\n');
}

function allowances(allows: PhoneAllows): string[] {
  return (['voicemail', 'text', 'clinic_name'] as const).flatMap((what) =>
    allows[what] === 'unasked' ? [] : [allows[what] === 'no' ? say.forbidden[what] : say.fine[what]],
  );
}

function personAsText(person: RelationInput): string {
  const { name, relation, phone, email, note } = person;
  const may = roleOrder.filter((role) => person[role]).map((role) => say.roleSaid[role]);
  const own = person.other && say.ownRecord;
  return [name, own, relation, phone, email, ...may, note].filter(Boolean).join(', ');
}
