// An invented practice with invented people, for tests and for looking.
import type {
  ClientRow,
  MachineSettings,
  Me,
  PersonOnDoor,
  PracticeSettings,
  SessionView,
  SettingsView,
  TodayView,
  SheetRow,
} from '../src/ipc/bindings';
import { WorkingDiary } from './diary';
import type { Answers } from './fake-core';
import { untold } from './health';
import { pointAnswers } from './points';
import { emptyPhone } from '../src/features/clients/client-input';

/** Tuesday 12 May 2026, 10:57 in UTC. */
export const NOW = Date.UTC(2026, 4, 12, 10, 57);
const DAY = 86_400_000;

export const ines: PersonOnDoor = { id: 'p1', name: 'Ines Marlow', credentials: 'R.Ac.' };
/** What is printed of somebody who has filled in no more than their name. */
export const unprinted = { registration: '', tax_number: '', signature_block: '' };
export const daniel: PersonOnDoor = { id: 'p2', name: 'Daniel Osei', credentials: 'R.Ac.' };

export const machine: MachineSettings = {
  theme: 'system',
  density: 'compact',
  text_percent: 100,
  single_keys: false,
  secure_search: false,
};

export const practiceSettings: PracticeSettings = {
  name: 'Willow Lane Acupuncture',
  address: '214 Cook Street\nVictoria BC V8V 3X5',
  phone: '250-555-0100',
  person_word: 'client',
  paper: 'letter',
  text_size: 14,
  country: 'CA',
  emergency_number: '911',
  hidden_fields: [],
  version: 3,
};

export const settings: SettingsView = {
  machine,
  practice: practiceSettings,
  texts: { reminder: '', waiting: '', recall: '', called_off: '', version: 1 },
  logo: null,
  person: { name: ines.name, credentials: ines.credentials, locale: 'en-CA', version: 1 },
};

function row(number: number, name: string, age: number | null, rest: Partial<ClientRow> = {}): ClientRow {
  return {
    id: `c${number}`,
    number,
    name,
    preferred_name: null,
    birth_date: age === null ? null : `${2026 - age}-03-03`,
    age,
    phone: null,
    phone_allows: emptyPhone().allows,
    email: null,
    text_phone: rest.phone ?? null,
    status: 'active',
    put_away: null,
    registered_at: NOW - number * DAY,
    ...rest,
  };
}

export const clients: ClientRow[] = [
  row(417, 'Margaret Oyelaran', 62, { preferred_name: 'Maggie', phone: '250-555-0138' }),
  row(233, 'Jonas Backman', 41, { phone: '250-555-0190' }),
  row(301, 'Ella Backström', 27, { email: 'ella@example.org' }),
  row(88, 'Tomás Rivera', 45),
  row(120, 'Wen Li-Hua 溫麗華', 66),
];

export const sheets: SheetRow[] = [
  {
    id: 's1',
    title: 'Back pain and acupuncture',
    language: 'en',
    version: 3,
    author: 'Ines Marlow',
    written: '2026-04-02',
    kept_at: NOW - 9 * DAY,
    given: 12,
    built_in: false,
  },
  {
    id: 's2',
    title: 'After your treatment',
    language: 'en',
    version: 1,
    author: 'Ines Marlow',
    written: null,
    kept_at: NOW - 30 * DAY,
    given: 4,
    built_in: false,
  },
];

type Open = Extract<SessionView, { state: 'open' }>;

/** Ines at the keyboard, unless it is somebody else. */
export function atKeyboard(me: Partial<Me> = {}, more: Partial<Open> = {}): Open {
  return {
    state: 'open',
    practice_name: practiceSettings.name,
    me: { ...ines, ...unprinted, role: 'owner', colour: 1, pin: false, ...me },
    several: false,
    place: null,
    zone: null,
    sheet_used: false,
    warnings: [],
    ...more,
  };
}

/** A day on which nothing has happened yet, in a practice that has been working for years. */
export const quietDay: TodayView = {
  date: '2026-05-12',
  diary: new WorkingDiary().view(),
  unfinished: [],
  follow_ups: [],
  given: [],
  registered: [],
  recent: clients,
  clients: 417,
  sheets: 12,
  copy_wanted: null,
  try_restore_wanted: false,
};

/** The open practice, answering everything that only reads. */
export function open(more: Answers = {}): Answers {
  return {
    sessionState: () => atKeyboard(),
    sessionRememberPlace: () => null,
    sessionTouch: () => null,
    settingsMachine: () => machine,
    settingsRead: () => settings,
    settingsChangePractice: (input) => ({ ...input, version: input.version + 1 }),
    settingsChangePerson: (input) => ({ ...input, version: input.version + 1 }),
    settingsChangeMachine: (input) => input,
    draftsList: () => [],
    alertsList: () => [],
    alertsEnded: () => [],
    healthRead: ({ id }) => untold(id),
    filesList: () => ({ files: [], removed: [], tags: [], portrait: null }),
    filesPortrait: () => new ArrayBuffer(),
    ...pointAnswers,
    handoutsList: () => sheets,
    clientsFind: ({ text }) => {
      const rows = clients.filter((client) => client.name.toLowerCase().includes(text.toLowerCase()));
      return { rows, total: rows.length, near: 0 };
    },
    clientsLists: () => [],
    clientsRows: ({ ids }) => clients.filter((client) => ids.includes(client.id)),
    clientsCustomFields: () => [],
    retentionRules: () => [],
    notesPins: () => [],
    clientsKnown: () => ({ tags: [], practices: [], referrers: [], funds: [], languages: [] }),
    todayRead: () => quietDay,
    ...new WorkingDiary().answers(),
    aboutRead: () => ({
      version: '0.1.0',
      cipher: 'SQLCipher 4.6, AES-256',
      folder: '/home/ines/.local/share/hegu',
      without_hegu_needed: 'Whoever knows a command line can open a copy with free programs.',
      without_hegu: [
        { what: 'Write the key into a file key.txt.', lines: [] },
        { what: 'See where the sealed part begins.', lines: ['head -n 1 copy.hegubak'] },
        {
          what: 'Write these lines into a file key.py.',
          lines: [
            'import base64, hmac, json, subprocess',
            "first = hmac.digest(vault['vault_id'].encode(), master, 'sha256')",
          ],
        },
      ],
      licences: [
        { name: 'Inter', licence: 'OFL-1.1', text: 'Copyright 2020 The Inter Project Authors' },
        { name: 'Svelte', licence: 'MIT', text: 'Permission is hereby granted, free of charge' },
      ],
    }),
    ...more,
  };
}

/** The closed practice with these people at the door. */
export function closed(people: PersonOnDoor[], more: Answers = {}): Answers {
  return {
    sessionState: () => ({
      state: 'locked',
      practice_name: practiceSettings.name,
      people,
      computer_unlock: false,
    }),
    settingsMachine: () => machine,
    ...more,
  };
}

export const recoverySheet = {
  groups: ['7KQ2', 'M9XA', 'T4WE', 'B0HN', 'ZC8R', '5PJD', 'V1GS', 'Y3FK', 'Q6TM'],
  ask: [3, 7],
};

/** A computer on which no practice has been made yet. */
export function fresh(more: Answers = {}): Answers {
  return {
    sessionState: () => ({ state: 'first_run' }),
    settingsMachine: () => machine,
    sessionSuggestPassphrase: () => ({ passphrase: 'willow ladder tin orbit candle' }),
    sessionMeasurePassphrase: ({ passphrase }) =>
      passphrase.length > 20
        ? { score: 4, enough: true, hints: [] }
        : { score: 1, enough: false, hints: ['too_short', 'add_words'] },
    sessionPreparePractice: () => recoverySheet,
    sessionSaveRecoverySheet: () => ({ file_name: 'Hegu recovery sheet.pdf' }),
    sessionCreatePractice: () => null,
    sessionAbandonPractice: () => null,
    copiesChooseFirstPlace: () => ({ folder: null }),
    ...more,
  };
}
