// What every screen of the open practice may ask: who I am, what the practice calls people, the settings.
import type { Me, SettingsView } from '../ipc/bindings';
import { core } from '../ipc/call';
import type { PersonWord } from '../messages';
import { locale } from '../messages/locale.svelte';
import { wear } from './appearance';

class Practice {
  name = $state('');
  me = $state.raw<Me>({ id: '', name: '', credentials: '', role: 'practitioner' });
  settings = $state.raw<SettingsView>();

  /** What this practice calls the people it treats: a parameter of the messages. */
  get word(): PersonWord {
    return this.settings?.practice.person_word ?? 'client';
  }

  /** Asks the core for everything the shell shows; also after 'settings' changed. */
  async load(): Promise<void> {
    const [session, settings] = await Promise.all([core.sessionState(), core.settingsRead()]);
    if (session.state === 'open') {
      this.name = session.practice_name;
      this.me = session.me;
    }
    this.take(settings);
  }

  take(settings: SettingsView): void {
    this.settings = settings;
    locale.choose(settings.person.locale);
    wear(settings.machine);
  }
}

export const practice = new Practice();
