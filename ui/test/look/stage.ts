// Puts a fake core under a built page before the page starts; `scene` is set by look.js.
import { FakeCore, refuse, type Answers } from '../fake-core';
import { clients, closed, daniel, fresh, ines, machine, open, settings } from '../willow-lane';

const scenes: Record<string, () => Answers> = {
  open: () => open(),
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

void clients;
new FakeCore(scenes[window.scene]?.() ?? {});
