// What every screen of the open practice may ask: who I am, what the practice calls people, the settings.
import type { MachineSettings, Me, RecordField, SettingsView, Warning } from '../ipc/bindings';
import { core, refusedWith } from '../ipc/call';
import type { PersonWord } from '../messages';
import { locale } from '../messages/locale.svelte';
import { countDaysIn } from '../shared/local-date';
import { secureSearch } from '../shared/secure-search.svelte';
import { wear } from './appearance';
import { returnTo } from './place';

class Practice {
  name = $state('');
  me = $state.raw<Me>({
    id: '',
    name: '',
    credentials: '',
    registration: '',
    tax_number: '',
    signature_block: '',
    role: 'practitioner',
    colour: 1,
    pin: false,
  });
  /** Whether more people than one work here. */
  several = $state(false);
  /** The recovery sheet opened the records, and a new one is to be made before anything else. */
  sheetUsed = $state(false);
  /** What is not as it should be with the records or the clock. */
  warnings = $state.raw<Warning[]>([]);
  /** A page of the records went bad while they were open: nothing is asked of them any more. */
  damaged = $state(false);
  settings = $state.raw<SettingsView>();

  /** What this practice calls the people it treats: a parameter of the messages. */
  get word(): PersonWord {
    return this.settings?.practice.person_word ?? 'client';
  }

  /** What this practice does not ask in the record of a client. */
  get hiddenFields(): readonly RecordField[] {
    return this.settings?.practice.hidden_fields ?? [];
  }

  /** Asks the core for everything the shell shows; also after 'settings' changed. */
  async load(): Promise<void> {
    const asked = await Promise.all([core.sessionState(), core.settingsRead()]).catch((thrown: unknown) => {
      // What stands in the window stays there, so that what was typed can be copied.
      if (!this.settings || !refusedWith(thrown, 'records_damaged')) throw thrown;
      this.damaged = true;
    });
    if (!asked) return;
    this.damaged = false;
    const [session, settings] = asked;
    if (session.state === 'open') {
      this.name = session.practice_name;
      this.me = session.me;
      this.several = session.several;
      this.sheetUsed = session.sheet_used;
      this.warnings = session.warnings;
      countDaysIn(session.zone);
      if (!this.settings) returnTo(session.place);
    }
    this.take(settings);
  }

  /** Single letters do things only when the person has switched that on. */
  get singleKeys(): boolean {
    return this.settings?.machine.single_keys ?? false;
  }

  /** The key to show inside a search box marked `data-search`. */
  get searchKeys(): string {
    return this.singleKeys ? '/' : 'Mod+F';
  }

  take(settings: SettingsView): void {
    this.settings = settings;
    locale.choose(settings.person.locale);
    wear(settings.machine);
    secureSearch.on = settings.machine.secure_search;
  }
}

export const practice = new Practice();

/** Larger, smaller or usual text, from 90 to 200 per cent, kept for this machine. */
export async function changeTextSize(step: number | 'usual'): Promise<void> {
  const settings = practice.settings;
  if (!settings) return;
  const wanted = step === 'usual' ? 100 : settings.machine.text_percent + step;
  await changeLook({ text_percent: Math.min(200, Math.max(90, wanted)) });
}

/** Another theme, density or text size for this machine. */
export async function changeLook(look: Partial<MachineSettings>): Promise<void> {
  const settings = practice.settings;
  if (!settings) return;
  const machine = await core.settingsChangeMachine({ ...settings.machine, ...look });
  practice.take({ ...settings, machine });
}
