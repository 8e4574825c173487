// The details of a person as they are typed.
import type { PersonInput, PersonView } from '../../ipc/bindings';

export function emptyPerson(colour: number): PersonInput {
  return {
    name: '',
    credentials: '',
    registration: '',
    colour,
    signature_block: '',
    access_until: '',
    letterhead_name: '',
    letterhead_line: '',
    tax_number: '',
  };
}

export function inputOf(person: PersonView): PersonInput {
  return {
    name: person.name,
    credentials: person.credentials,
    registration: person.registration,
    colour: person.colour,
    signature_block: person.signature_block,
    access_until: person.access_until ?? '',
    letterhead_name: person.letterhead_name,
    letterhead_line: person.letterhead_line,
    tax_number: person.tax_number,
  };
}

/** The first hue that nobody has, so that two people are not alike without anybody wanting it. */
export function freeColour(people: readonly PersonView[]): number {
  const taken = people.filter(({ status }) => status !== 'removed').map(({ colour }) => colour);
  return [1, 2, 3, 4, 5, 6, 7, 8].find((colour) => !taken.includes(colour)) ?? 1;
}
