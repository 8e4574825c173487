// Each person's place: where they were when somebody else took the keyboard, remembered by the shell, in memory only.
import { core } from '../ipc/call';

/** Goes back to it, unless the address names a place already. */
export function returnTo(place: string | null): void {
  if (place === null || !/^#?\/?$/.test(location.hash)) return;
  history.replaceState(null, '', place.startsWith('#') ? place : `#${place}`);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

export function rememberPlace(place: string): void {
  // Only comfort is lost with it.
  core.sessionRememberPlace({ place }).catch(() => undefined);
}
