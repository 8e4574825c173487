// Health histories to look at: untold, told in full, long, and of a pregnancy whose day has passed.
import type { AlertView, HealthHistory, MachineSettings, Raised } from '../../src/ipc/bindings';
import { refuse, type Answers } from '../fake-core';
import { emptyHistory, Health, line } from '../health';
import { margaret } from '../what-is-typed';
import { machine, settings } from '../willow-lane';
import { WorkingPractice } from '../working-practice';

const CLIENT = 'client-1';

const told: HealthHistory = {
  ...emptyHistory(),
  flags: [
    { kind: 'anticoagulant', since: '2024-03', until: '', note: 'apixaban' },
    { kind: 'epilepsy', since: '1990', until: '2001', note: '' },
    { kind: 'fainting', since: '2024-06', until: '', note: 'treat lying down' },
  ],
  pregnancy: { state: 'pregnant', since: '', due: '2026-09-03', note: 'Second child. Midwife: Ruth Adler.' },
  allergies: [line('Zinc oxide tape', { detail: 'rash', since: '2019', note: 'Use paper tape.' })],
  medicines: [
    line('Apixaban', { detail: '5 mg twice a day', since: '2024-03' }),
    line('Ramipril', { detail: '5 mg', since: '2021' }),
    line('Amoxicillin', { detail: '500 mg', since: '2026-02-03', until: '2026-02-10' }),
  ],
  conditions: [line('Atrial fibrillation', { since: '2024-02', note: 'Seen yearly at the hospital.' })],
  none: ['surgeries'],
  sport: { event: 'Ten kilometres', event_day: '2026-06-07', anti_doping: true, note: '' },
  other: 'Sleeps five hours. Works nights every third week.\nMother had a stroke at 61.',
};

const long: HealthHistory = {
  ...told,
  medicines: Array.from({ length: 9 }, (_, at) => ({
    ...line(`Wolfeschlegelsteinhausenbergerdorffhohenstaufenol ${at + 1}`),
    detail: 'as the hospital said, whenever the pressure is above the upper limit of the diary',
    since: '2020-11-30',
  })),
  allergies: [line('青霉素', { detail: '皮疹' })],
  other: 'محمد الأنصاري ' + 'Long and longer. '.repeat(80),
};

const raised: Raised[] = [
  { kind: 'flag', flag: 'anticoagulant', since: '2024-03', note: 'apixaban' },
  { kind: 'flag', flag: 'fainting', since: '2024-06', note: 'treat lying down' },
  { kind: 'pregnancy', state: 'pregnant', due: '2026-09-03' },
  { kind: 'allergies', allergies: [{ to: 'Zinc oxide tape', reaction: 'rash' }] },
];

function alerts(): AlertView[] {
  return raised.map((raised, at) => ({
    id: `health-${at}`,
    version: 0,
    severity: at === 0 ? 'danger' : 'caution',
    audience: 'clinical',
    text: null,
    raised,
    since: Date.UTC(2026, 4, 5),
    by: 'Ines Marlow',
  }));
}

function scene(history: HealthHistory | null, more: Answers = {}): Answers {
  const practice = new WorkingPractice();
  practice.register(margaret);
  const health = new Health(practice);
  if (history) {
    const first = { ...history, flags: history.flags.slice(0, 1), pregnancy: null, sport: null };
    health.save(CLIENT, first, { day: '2025-11-03' });
    health.save(CLIENT, history, { day: '2026-05-05' });
  }
  const alertsList = () => (history ? alerts() : []);
  return { ...practice.answers(), ...health.answers(), alertsList, ...more };
}

const look = (more: Partial<MachineSettings>): Answers => ({
  settingsRead: () => ({ ...settings, machine: { ...machine, ...more } }),
});

const overdue = {
  ...told,
  pregnancy: { state: 'pregnant' as const, since: '', due: '2026-05-03', note: '' },
};

export const healthScenes: Record<string, () => Answers> = {
  health: () => scene(told),
  healthLarge: () => scene(told, look({ text_percent: 200 })),
  healthTouch: () => scene(told, look({ density: 'touch' })),
  healthUntold: () => scene(null),
  healthLong: () => scene(long),
  healthOverdue: () => scene(overdue),
  healthBroken: () => scene(told, { healthRead: () => refuse({ code: 'unexpected', reference: 'a1b2' }) }),
};
