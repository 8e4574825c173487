// Which settings are shown: all of them, or those whose words hold what is typed above.
import { createContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { findFolded } from '../../shared/fold';

export class SettingsSearch {
  text = $state('');

  #all = new SvelteMap<string, string>();
  /** Nothing at all fits what is typed. */
  readonly nothing = $derived(
    this.#all.size > 0 && [...this.#all.values()].every((words) => !this.fits(words)),
  );

  fits(words: string): boolean {
    return !this.text.trim() || findFolded(words, this.text) !== null;
  }

  /** One setting and what it says; forgotten by the returned function. */
  has(id: string, words: string): () => void {
    this.#all.set(id, words);
    return () => this.#all.delete(id);
  }
}

/** The screen provides it, every setting asks it. */
export const [settingsSearch, provideSettingsSearch] = createContext<SettingsSearch>();
/** The heading under which a setting stands; found by it as well. */
export const [headingOf, provideHeading] = createContext<string>();
