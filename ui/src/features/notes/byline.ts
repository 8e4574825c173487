import { isolate } from '../../messages/isolate';

/** "Ines Marlow, R.Ac." */
export function byline(name: string, credentials: string): string {
  return [isolate(name), credentials].filter(Boolean).join(', ');
}
