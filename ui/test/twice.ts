// Somebody who was registered twice.
import { emptyPhone } from '../src/features/clients/client-input';
import type { ClientInput } from '../src/ipc/bindings';
import { person } from './what-is-typed';
import { WorkingPractice } from './working-practice';

export const margaret: ClientInput = {
  ...person,
  given_name: 'Margaret',
  family_name: 'Oyelaran',
  birth_date: '1964-03-03',
  phones: [{ ...emptyPhone(), number: '250-555-0138' }],
  emails: [],
  tags: ['Evening'],
  occupation: 'Midwife',
  gp_name: '',
};
export const maggie: ClientInput = {
  ...margaret,
  given_name: 'Maggie',
  birth_date: '1964-03-08',
  phones: [
    { ...emptyPhone(), number: '(250) 555 0138', allows: { ...emptyPhone().allows, voicemail: 'no' } },
    { ...emptyPhone('home'), number: '250-555-0111' },
  ],
  tags: ['evening', 'Fertility'],
  occupation: '',
  gp_name: 'Dr. Mori',
};

/** Margaret, and Maggie who is the same. */
export function twice(one = margaret, other = maggie) {
  const practice = new WorkingPractice();
  const first = practice.register(one).id;
  const second = practice.register(other).id;
  practice.twins.pairs = [{ one: first, other: second, alike: ['birth_date_slipped', 'contact'] }];
  return { practice, first, second };
}
