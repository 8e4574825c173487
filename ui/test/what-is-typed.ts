// What people type in the tests: a client who is known well, one who is not, and the article.
import { emptyClient, emptyPhone, emptyRelation } from '../src/features/clients/client-input';
import type { ClientInput, SheetText } from '../src/ipc/bindings';

/** Somebody of whom nothing is known yet. */
export const person = emptyClient();

export const margaret: ClientInput = {
  ...person,
  given_name: 'Margaret',
  family_name: 'Oyelaran',
  preferred_name: 'Maggie',
  pronouns: 'she/her',
  birth_date: '1964-03-03',
  phones: [
    { ...emptyPhone('mobile'), number: '250-555-0138' },
    { ...emptyPhone('home'), number: '250-555-0170' },
  ],
  emails: [{ kind: 'personal', email: 'margaret.oyelaran@example.org' }],
  addresses: [{ kind: 'home', address: '18 Linden Avenue\nVictoria BC V8V 1A1' }],
  relations: [
    {
      ...emptyRelation(),
      name: 'Tunde Oyelaran',
      phone: '250-555-0139',
      relation: 'husband',
      emergency: true,
    },
  ],
  notes: 'Face down: pillow under the ankles.',
};

export const backPain: SheetText = {
  title: 'Acupuncture for Back Pain',
  language: 'en',
  author: '',
  written: '2023-05-22',
  markdown: `Back pain is a common condition that affects millions of people worldwide.

## What Is Acupuncture?

Acupuncture is a traditional Chinese medicine technique that involves inserting thin needles into specific points.

## The Benefits of Acupuncture for Back Pain

Several studies have shown that acupuncture can be an effective treatment for back pain, both chronic and acute.

Spherical Wellness

Feel Better

Ready to give us a try?

Book a session with us today!
`,
};
