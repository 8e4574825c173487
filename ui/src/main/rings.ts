// Whether somebody was found as one finds who rings: by the figures of a telephone number.
import type { ClientRow } from '../ipc/bindings';
import { locale } from '../messages/locale.svelte';
import { figures } from '../shared/fold';
import { localDate } from '../shared/local-date';
import { readDate } from '../shared/typed-date';

/** As few figures of a number as are still somebody's. */
const FEWEST = 3;

/** A number of their own or a day of birth is typed by whoever looks for a record, and so is whatever finds somebody who comes
 * no more. Every other number of a found person is a telephone's, of which the row has only the first. */
export function rings(row: ClientRow, typed: string): boolean {
  const { phone, number, birth_date, status, put_away } = row;
  if (put_away !== null || status === 'deceased') return false;
  if (!/^[\p{Nd}\s()+\-./–]+$/u.test(typed.normalize('NFKC'))) return false;
  const dialled = figures(typed);
  if (dialled.length < FEWEST) return false;
  if (figures(phone ?? '').includes(dialled)) return true;
  const born = birth_date ?? '';
  const isBirth = born.startsWith(dialled) || readDate(typed, locale.tag, localDate()) === born;
  return Number(dialled) !== number && !isBirth;
}
