// Why somebody stays outside, where it takes more than a sentence at the field: what it is, and what to do.
import type { CommandError } from '../../ipc/bindings';
import { CommandFailure } from '../../ipc/call';
import { words } from '../../messages';
import { longDate } from '../../messages/formats';

export type Refusal = { title: string; what: string };

/** Null when it was refused for another reason. */
export function refusalOf(thrown: unknown): Refusal | null {
  return thrown instanceof CommandFailure ? explained(thrown.error) : null;
}

function explained(error: CommandError): Refusal | null {
  const say = words.session.refused;
  switch (error.code) {
    case 'access_ended':
      return say.access_ended(longDate(error.on));
    case 'suspended':
    case 'computer_unlock_gone':
      return say[error.code];
    case 'device_key_needed':
    case 'keyring':
      return say.device_key_needed[error.situation];
    default:
      return null;
  }
}
