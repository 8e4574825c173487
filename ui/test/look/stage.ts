// Puts a fake core under a built page before the page starts; `scene` is set by look.js.
import { FakeCore, refuse, type Answers } from '../fake-core';
import { closed, daniel, fresh, ines, machine, open, settings } from '../willow-lane';
import { backPain, margaret, person } from '../what-is-typed';
import { WorkingPractice } from '../working-practice';

/** A practice in the middle of its day. */
function working(): Answers {
  const practice = new WorkingPractice();
  const names = [
    'Jonas Backman',
    'Ella Backström',
    'Tomás Rivera',
    'Hannah Lindqvist',
    'Samuel Adeyemi',
    'Leila Haddad',
  ];
  names.forEach((name, at) => {
    const [given_name = '', family_name = ''] = name.split(' ');
    practice.register(
      { ...person, given_name, family_name, birth_date: `19${60 + at * 5}-0${at + 1}-14` },
      40 - at,
    );
  });
  practice.register(margaret);
  practice.keep(backPain);
  practice.draft({ kind: 'sheet', subject: null, label: 'After your treatment', body: '{}' });
  return practice.answers();
}

const scenes: Record<string, () => Answers> = {
  open: () => open(),
  working,
  closed: () =>
    closed([ines, daniel], { sessionUnlock: () => refuse({ code: 'wrong_passphrase', wait_seconds: 8 }) }),
  alone: () => closed([ines]),
  fresh: () => fresh(),
  damaged: () => ({
    settingsMachine: () => machine,
    sessionState: () => ({
      state: 'trouble',
      trouble: { kind: 'vault_damaged', folder: '/home/ines/.local/share/hegu/practice', copies: 3 },
    }),
  }),
  large: () => open({ settingsRead: () => ({ ...settings, machine: { ...machine, text_percent: 200 } }) }),
  touch: () => open({ settingsRead: () => ({ ...settings, machine: { ...machine, density: 'touch' } }) }),
  closedLarge: () => closed([ines, daniel], { settingsMachine: () => ({ ...machine, text_percent: 200 }) }),
  freshLarge: () => fresh({ settingsMachine: () => ({ ...machine, text_percent: 200 }) }),
};

declare global {
  interface Window {
    scene: string;
  }
}

new FakeCore(scenes[window.scene]?.() ?? {});
