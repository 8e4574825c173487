// A picture, and a practice that keeps it as its logo.
import type { LogoView } from '../src/ipc/bindings';
import type { Slice } from '../src/ipc/events';
import { refuse, type Answers } from './fake-core';
import { settings } from './willow-lane';

/** A green leaf of 96 by 72 dots on white. */
const leaf =
  'iVBORw0KGgoAAAANSUhEUgAAAGAAAABICAIAAACGBWc0AAAAzklEQVR42u3Z7QkDIRAE0KnrakkN6f/fpYNwwQ/czRssQB4iOptbviYIAAECBAgQIECABBAgQIAAAQIESAABAgQI0PV+PV//AvQTyglYqUWznykVaXYypS7NHqZUp1nNlDY6i4zSSWeFUTrRrGBKS52JRumqM8sojXWmGAFaDHS4zrhRBnVKVBYj+3SC3EEu6dOBvIO8pP3F/Ob1QXX6II2iTtpUw1zsRKCJTDs3bDZ/MFCJAAIECBAgQIAAARJAgAABAgQIECABBAjQrnwABlkGAxScJPUAAAAASUVORK5CYII=';

export function pictureBytes(): ArrayBuffer {
  return Uint8Array.from(atob(leaf), (letter) => letter.charCodeAt(0)).buffer;
}

/** The logo of a practice: what is chosen is printed, and what was printed before can be put back. */
export class LogoShelf {
  printed: LogoView | null = null;
  #aside: LogoView | null = null;
  #next = 1;
  /** Told after every change, as the shell tells the window. */
  changed: (...slices: Slice[]) => void = () => undefined;

  answers(): Answers {
    return {
      settingsRead: () => ({ ...settings, logo: this.printed }),
      settingsLogo: () => pictureBytes(),
      settingsChooseLogo: () => this.#put({ id: `logo-${this.#next++}`, shows: this.printed?.shows ?? '' }),
      settingsTakeDroppedLogo: () => this.#put({ id: `logo-${this.#next++}`, shows: '' }),
      settingsDescribeLogo: ({ shows }) => {
        if (!this.printed) refuse({ code: 'not_found' });
        this.printed = { ...this.printed, shows };
        this.changed('settings');
        return this.printed;
      },
      settingsRemoveLogo: () => {
        this.#aside = this.printed;
        this.printed = null;
        this.changed('settings');
        return null;
      },
      settingsPutBackLogo: ({ id }) => {
        const back = this.#aside?.id === id ? this.#aside : refuse({ code: 'not_found' });
        return this.#put(back);
      },
    };
  }

  #put(logo: LogoView): LogoView {
    this.#aside = this.printed;
    this.printed = logo;
    this.changed('settings');
    return logo;
  }
}
