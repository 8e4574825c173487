// Willow Lane with several people: who works there, who sits at the keyboard, and what opens it.
import type {
  PersonAtDesk,
  PersonInput,
  PersonView,
  WhoMayDoWhat,
  Role,
  SecurityView,
} from '../src/ipc/bindings';
import type { Slice } from '../src/ipc/events';
import { refuse, type Answers } from './fake-core';
import { atKeyboard, daniel, ines, machine, NOW, practiceSettings, recoverySheet } from './willow-lane';

const DAY = 86_400_000;

export const mei = { id: 'p3', name: 'Mei-Lin Chow 周美玲', credentials: 'R.TCM.P.' };
export const sam = { id: 'p4', name: 'Sam Hale', credentials: '' };

export function personView(
  of: Pick<PersonView, 'id' | 'name' | 'credentials'>,
  more: Partial<PersonView> = {},
): PersonView {
  return {
    ...of,
    registration: '',
    role: 'practitioner',
    colour: 1,
    status: 'active',
    access_until: null,
    signature_block: '',
    letterhead_name: '',
    letterhead_line: '',
    tax_number: '',
    version: 1,
    unfinished: 0,
    last_here: NOW - DAY,
    opens_here: true,
    ...more,
  };
}

export const atDesk = (
  of: Pick<PersonView, 'id' | 'name' | 'credentials'>,
  colour: number,
  pin: boolean,
): PersonAtDesk => ({
  ...of,
  colour,
  pin,
});

/** Ines and Daniel have PINs, Sam does not. */
export const desk: PersonAtDesk[] = [atDesk(ines, 1, true), atDesk(daniel, 2, true), atDesk(sam, 5, false)];

const everybody: Role[] = ['owner', 'practitioner', 'associate', 'receptionist', 'student'];

export const permissions: WhoMayDoWhat = {
  roles: everybody,
  rows: [
    { permission: 'read_clients', granted: everybody },
    { permission: 'edit_clients', granted: everybody },
    { permission: 'read_notes', granted: ['owner', 'practitioner', 'associate', 'student'] },
    { permission: 'write_notes', granted: ['owner', 'practitioner', 'associate', 'student'] },
    { permission: 'sign_notes', granted: ['owner', 'practitioner', 'associate'] },
    { permission: 'give_sheets', granted: everybody },
    { permission: 'change_practice', granted: ['owner'] },
    { permission: 'read_people', granted: everybody },
    { permission: 'change_people', granted: ['owner'] },
    { permission: 'export_audit', granted: ['owner'] },
    { permission: 'change_keys', granted: ['owner'] },
  ],
};

export const securityView: SecurityView = {
  several: true,
  opens: [
    { id: ines.id, name: ines.name, role: 'owner', status: 'active', with: 'passphrase', pin: true },
    {
      id: daniel.id,
      name: daniel.name,
      role: 'practitioner',
      status: 'active',
      with: 'passphrase_and_computer',
      pin: false,
    },
    {
      id: sam.id,
      name: sam.name,
      role: 'receptionist',
      status: 'suspended',
      with: 'passphrase_and_computer',
      pin: false,
    },
  ],
  recovery: { made: NOW - 120 * DAY, checked: null, due: true },
  computer_unlock: false,
  keyring: 'ready',
  folder: '/home/ines/.local/share/hegu/practice',
  database_file: 'db/practice.e2.1.db',
  key_epoch: 2,
  locks: { rest_minutes: 5, lock_minutes: 60, version: 1 },
  audit: { checked: NOW - 3 * DAY, whole: true, broken: false },
};

/** A clinic that remembers who came and went. The passphrase, where proof is wanted, is "willow". */
export class Clinic {
  people = new Map<string, PersonView>(
    [
      personView(ines, { role: 'owner', last_here: NOW, unfinished: 1 }),
      personView(daniel, { colour: 2 }),
      personView(mei, { colour: 3, role: 'associate', access_until: '2026-09-30', last_here: null }),
      personView(sam, { colour: 5, role: 'receptionist', unfinished: 2 }),
    ].map((person) => [person.id, person]),
  );
  /** Whether somebody has to show who they are. */
  proven = false;
  security = structuredClone(securityView);
  changed: (...slices: Slice[]) => void = () => undefined;

  #next = 5;

  answers(more: Answers = {}): Answers {
    return {
      sessionState: () => atKeyboard({ pin: false }, { several: true }),
      sessionDesk: () => ({ people: desk }),
      sessionSetPin: ({ pin, pin_again }) => {
        if (pin.length < 6) wrong('pin', 'not_a_pin');
        if (pin !== pin_again) wrong('pin_again', 'does_not_match');
        this.#prove();
        return null;
      },
      sessionForgetPin: () => null,
      sessionProve: ({ passphrase }) => {
        if (passphrase !== 'willow') refuse({ code: 'wrong_passphrase', wait_seconds: 0 });
        this.proven = true;
        return null;
      },
      sessionMeasurePassphrase: ({ passphrase }) =>
        passphrase.length > 20
          ? { score: 4, enough: true, hints: [] }
          : { score: 1, enough: false, hints: ['too_short'] },
      peopleList: () => ({
        people: [...this.people.values()].sort(
          (a, b) => Number(a.status === 'removed') - Number(b.status === 'removed'),
        ),
        several: this.people.size > 1,
      }),
      peoplePermissions: () => permissions,
      peopleAdd: ({ person, role, passphrase, passphrase_again }) => {
        checked(person);
        if (passphrase.length < 10) wrong('passphrase', 'too_short', 10);
        if (passphrase !== passphrase_again) wrong('passphrase_again', 'does_not_match');
        this.#prove();
        const id = `p${this.#next++}`;
        return this.#set(
          personView({ id, name: '', credentials: '' }, { ...stored(person), role, last_here: null }),
        );
      },
      peopleEdit: ({ id, version, person }) => {
        const kept = this.#person(id);
        if (kept.version !== version) refuse({ code: 'stale', id, version: kept.version });
        checked(person);
        return this.#set({ ...kept, ...stored(person), version: version + 1 });
      },
      peopleChangeRole: ({ id, role, passphrase, passphrase_again }) => {
        if (role === 'owner' && passphrase.length < 20) wrong('passphrase', 'too_weak');
        if (passphrase !== passphrase_again) wrong('passphrase_again', 'does_not_match');
        this.#prove();
        return this.#set({ ...this.#person(id), role });
      },
      peopleSuspend: ({ id }) => {
        this.#prove();
        return this.#set({ ...this.#person(id), status: 'suspended' });
      },
      peopleResume: ({ id }) => {
        this.#prove();
        return this.#set({ ...this.#person(id), status: 'active' });
      },
      peopleRemove: ({ id }) => {
        this.#prove();
        return this.#set({ ...this.#person(id), status: 'removed', unfinished: 0 });
      },
      peopleResetPassphrase: ({ passphrase, passphrase_again }) => {
        if (passphrase !== passphrase_again) wrong('passphrase_again', 'does_not_match');
        this.#prove();
        return null;
      },
      peopleChangePassphrase: ({ old }) =>
        old === 'willow' ? null : refuse({ code: 'wrong_passphrase', wait_seconds: 0 }),
      peopleRotateKeys: () => {
        this.#prove();
        this.security.key_epoch += 1;
        this.changed('people');
        return null;
      },
      peopleSecurity: () => structuredClone(this.security),
      peopleCheckRecoverySheet: ({ code }) => {
        if (code.startsWith('----')) wrong('code', 'required');
        if (code !== recoverySheet.groups.join('-')) refuse({ code: 'mistyped_recovery_code', group: 2 });
        this.security.recovery = { ...this.security.recovery, checked: NOW, due: false };
        this.changed('people');
        return null;
      },
      peoplePrepareRecoverySheet: () => {
        this.#prove();
        return recoverySheet;
      },
      peopleSaveRecoverySheet: () => ({ file_name: 'Hegu recovery sheet.pdf' }),
      peopleRenewRecoverySheet: ({ groups }) => {
        const at = recoverySheet.ask.findIndex(
          (group, index) => recoverySheet.groups[group - 1] !== groups[index],
        );
        if (at >= 0) wrong(`groups.${at}`, 'does_not_match');
        this.security.recovery = { made: NOW, checked: null, due: false };
        this.changed('people');
        return null;
      },
      peopleAbandonRecoverySheet: () => null,
      peopleKeepInKeyring: () => {
        this.security.keyring = 'ready';
        this.changed('people');
        return null;
      },
      peopleUnlockWithComputer: ({ on, passphrase }) => {
        if (on && passphrase !== 'willow') refuse({ code: 'wrong_passphrase', wait_seconds: 0 });
        this.security.computer_unlock = on;
        this.changed('people');
        return null;
      },
      settingsChangeLocks: (locks) => (this.security.locks = { ...locks, version: locks.version + 1 }),
      ...more,
    };
  }

  #person(id: string): PersonView {
    return this.people.get(id) ?? refuse({ code: 'not_found' });
  }

  #set(person: PersonView): PersonView {
    this.people.set(person.id, person);
    this.changed('people');
    return person;
  }

  #prove(): void {
    if (!this.proven) refuse({ code: 'proof_needed' });
  }
}

function stored(person: PersonInput): Partial<PersonView> {
  return { ...person, access_until: person.access_until || null };
}

function checked({ name, access_until }: PersonInput): void {
  if (!name.trim()) wrong('person.name', 'required');
  if (access_until && !/^\d{4}-\d{2}-\d{2}$/.test(access_until)) wrong('person.access_until', 'not_a_date');
}

function wrong(
  path: string,
  problem: 'required' | 'not_a_date' | 'too_short' | 'too_weak' | 'does_not_match' | 'not_a_pin',
  limit: number | null = null,
): never {
  refuse({ code: 'invalid', fields: [{ path, problem, limit }] });
}

/** The records rest: whoever was here last is chosen. */
export function resting(people: PersonAtDesk[] = desk, more: Answers = {}): Answers {
  return {
    sessionState: () => ({ state: 'resting', practice_name: practiceSettings.name, people, last: daniel.id }),
    settingsMachine: () => machine,
    ...more,
  };
}
