// What was done at Willow Lane in some days, by three people; answers as the core would.
import type {
  AuditAction,
  AuditEntryView,
  AuditFilter,
  AuditKind,
  AuditVerdict,
  NamedClient,
  NamedPerson,
} from '../src/ipc/bindings';
import type { Answers } from './fake-core';
import { clients, NOW } from './willow-lane';

const MINUTE = 60_000;
const DAY = 86_400_000;
const PAGE = 100;

export const people: NamedPerson[] = [
  { id: 'p2', name: 'Daniel Osei' },
  { id: 'p3', name: 'Grace Tan' },
  { id: 'p1', name: 'Ines Marlow' },
];
const [daniel, grace, ines] = people as [NamedPerson, NamedPerson, NamedPerson];

/** Whose acts are of which kind, as far as they occur here. */
const kinds: Partial<Record<AuditAction, AuditKind>> = {
  client_viewed: 'looking',
  clients_searched: 'looking',
  note_opened: 'looking',
  audit_verified: 'looking',
  client_registered: 'changing',
  client_edited: 'changing',
  draft_started: 'changing',
  practice_settings_changed: 'changing',
  built_in_sheet_put_in: 'changing',
  note_signed: 'signing',
  addendum_added: 'signing',
  sheet_given: 'going_out',
  printed: 'going_out',
  note_saved: 'going_out',
  unlocked: 'doors',
  locked: 'doors',
  seat_taken: 'doors',
  identity_proved: 'doors',
  role_changed: 'people',
  person_added: 'people',
  refused: 'refused',
};

type Act = [
  minutesAgo: number,
  by: NamedPerson,
  action: AuditAction,
  client?: string | null,
  facts?: Record<string, string>,
];

const today: Act[] = [
  [2, ines, 'note_opened', 'c417'],
  [2, ines, 'client_viewed', 'c417'],
  [3, ines, 'clients_searched', null, { found: '4' }],
  [9, ines, 'note_signed', 'c233'],
  [10, ines, 'identity_proved'],
  [31, ines, 'draft_started', 'c233', { kind: 'note' }],
  [33, ines, 'client_viewed', 'c233'],
  [40, grace, 'refused', null, { permission: 'read_notes' }],
  [41, grace, 'client_viewed', 'c301'],
  [44, grace, 'client_edited', 'c301', { fields: 'phones, email' }],
  [52, grace, 'seat_taken'],
  [58, daniel, 'printed', 'c88'],
  [59, daniel, 'sheet_given', 'c88', { sheet: '0196c000-0000-7000-8000-000000000001', version: '3' }],
  [95, daniel, 'client_viewed', 'c88'],
  [150, ines, 'unlocked', null, { wrong_tries: '1' }],
];

const before: Act[] = [
  [24 * 60, ines, 'locked'],
  [24 * 60 + 12, daniel, 'addendum_added', 'c120'],
  [24 * 60 + 14, daniel, 'note_opened', 'c120'],
  [24 * 60 + 60, ines, 'role_changed', null, { role: 'receptionist' }],
  [24 * 60 + 70, ines, 'person_added'],
  [24 * 60 + 200, ines, 'practice_settings_changed'],
  [24 * 60 + 260, ines, 'client_registered', 'gone'],
  [24 * 60 + 300, ines, 'unlocked', null, { wrong_tries: '0' }],
];

function named(id: string): NamedClient {
  const row = clients.find((client) => client.id === id);
  return { id, number: row?.number ?? 0, name: row?.name ?? '' };
}

/** Newest first, numbered down to 1; `more` days like the first come behind. */
export function trail(more = 0): AuditEntryView[] {
  const later = Array.from({ length: more }, (_, day) =>
    today.map(([minutes, ...rest]): Act => [minutes + (day + 2) * 24 * 60, ...rest]),
  ).flat();
  const acts = [...today, ...before, ...later];
  return acts.map(([minutes, by, action, client, facts = {}], at) => ({
    seq: acts.length - at,
    at: NOW - minutes * MINUTE,
    person: by.name,
    person_id: by.id,
    role: by === grace ? 'receptionist' : by === ines ? 'owner' : 'practitioner',
    action,
    kind: kinds[action] ?? null,
    outcome: action === 'refused' ? 'refused' : 'done',
    about: null,
    client: client ? named(client) : null,
    subject_kind: null,
    subject: null,
    facts: Object.entries(facts).map(([fact, value]) => ({ fact, value })),
  }));
}

export const whole: AuditVerdict = {
  entries: 12_408,
  first_bad: null,
  checkpoints: 31,
  bad_checkpoint: null,
  strange_key: null,
  anchor: 'fits',
  checked_at: NOW,
};

export function auditAnswers(entries = trail(), verdict = whole): Answers {
  return {
    auditRead: ({ before, ...filter }) => {
      const found = entries.filter((entry) => fits(entry, filter) && (before === null || entry.seq < before));
      return { entries: found.slice(0, PAGE), more: found.length > PAGE, people };
    },
    auditVerify: () => verdict,
    auditExport: () => ({ file_name: 'Audit 2026-05-12.csv' }),
  };
}

function fits(entry: AuditEntryView, { client, person, kind, from, to }: AuditFilter): boolean {
  const of = kind === 'refused' ? entry.outcome !== 'done' : !kind || entry.kind === kind;
  return (
    of &&
    (!client || entry.client?.id === client) &&
    (!person || entry.person_id === person) &&
    (!from || entry.at >= Date.parse(from)) &&
    (!to || entry.at < Date.parse(to) + DAY)
  );
}
