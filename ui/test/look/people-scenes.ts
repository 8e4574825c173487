// A clinic of four: at the door, at rest, at the keyboard, and in its settings.
import type { MachineSettings, Warning } from '../../src/ipc/bindings';
import { atDesk, Clinic, desk, personView, resting } from '../clinic';
import { refuse, type Answers } from '../fake-core';
import { atKeyboard, closed, daniel, ines, machine, open, settings } from '../willow-lane';

const long = 'Wolfeschlegelsteinhausenbergerdorffhohenstaufenoberscheinfeldvorstadt';

function clinic(more: Answers = {}, look: Partial<MachineSettings> = {}): Answers {
  const practice = new Clinic();
  return open(
    practice.answers({
      settingsRead: () => ({ ...settings, machine: { ...machine, ...look } }),
      sessionTakeSeat: () => refuse({ code: 'wrong_pin', tries_left: 4 }),
      ...more,
    }),
  );
}

/** Names that are long, or read the other way, and a computer without the clinic's key. */
function crowded(look: Partial<MachineSettings> = {}): Answers {
  const practice = new Clinic();
  const odd = [`Maria ${long}`, 'محمد الأنصاري', '周美玲'];
  odd.forEach((name, at) => {
    const id = `x${at}`;
    practice.people.set(
      id,
      personView({ id, name, credentials: long }, { colour: at + 4, opens_here: false }),
    );
  });
  const left = practice.people.get('p4');
  if (left) practice.people.set('p4', { ...left, status: 'removed', unfinished: 0 });
  practice.security.keyring = 'empty';
  return open(practice.answers({ settingsRead: () => ({ ...settings, machine: { ...machine, ...look } }) }));
}

const wearing = (look: Partial<MachineSettings>): Answers => ({
  settingsMachine: () => ({ ...machine, ...look }),
});
const manyAtDesk = [...desk, atDesk({ id: 'x1', name: `Maria ${long}`, credentials: long }, 4, true)];

export const peopleScenes: Record<string, () => Answers> = {
  clinic: () => clinic(),
  clinicTouch: () => clinic({}, { density: 'touch' }),
  clinicLarge: () => clinic({}, { text_percent: 200 }),
  clinicDesk: () => clinic({ sessionState: () => atKeyboard({ role: 'receptionist' }, { several: true }) }),
  solo: () => open(alone().answers({ sessionState: () => atKeyboard() })),
  crowded: () => crowded(),
  crowdedLarge: () => crowded({ text_percent: 200 }),
  resting: () => resting(desk, { sessionTakeSeat: () => refuse({ code: 'wrong_pin', tries_left: 2 }) }),
  restingTouch: () => resting(desk, wearing({ density: 'touch' })),
  restingLarge: () => resting(desk, wearing({ text_percent: 200 })),
  restingMany: () => resting(manyAtDesk),
  noKey: () =>
    closed([ines, daniel], {
      sessionUnlock: () => refuse({ code: 'device_key_needed', situation: 'empty' }),
    }),
  computer: () => ({
    ...closed([ines]),
    sessionState: () => ({
      state: 'locked',
      practice_name: 'Willow Lane Acupuncture',
      people: [ines],
      computer_unlock: true,
    }),
  }),
  warned: () => {
    const last = Date.parse('2026-05-12T10:57:00-07:00');
    const warnings: Warning[] = [{ warning: 'records_put_back' }, { warning: 'clock_behind', last }];
    return open(new Clinic().answers({ sessionState: () => atKeyboard({}, { warnings }) }));
  },
  folderGone: () => {
    const folder = '/home/ines/.local/share/org.hegu.hegu/practice';
    const warnings: Warning[] = [{ warning: 'folder_gone', folder }];
    return open(new Clinic().answers({ sessionState: () => atKeyboard({}, { warnings }) }));
  },
  folderMissing: () => ({
    ...open(new Clinic().answers()),
    sessionState: () => ({
      state: 'trouble',
      trouble: { kind: 'folder_missing', folder: '/home/ines/.local/share/org.hegu.hegu/practice' },
    }),
  }),
  used: () => open(new Clinic().answers({ sessionState: () => atKeyboard({}, { sheet_used: true }) })),
};

function alone(): Clinic {
  const practice = new Clinic();
  practice.people = new Map([[ines.id, personView(ines, { role: 'owner' })]]);
  practice.security = { ...practice.security, several: false, opens: practice.security.opens.slice(0, 1) };
  return practice;
}
