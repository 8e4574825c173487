// What is written to somebody: in the practice's own words where it has some, in the usual ones otherwise.
import type { BookedClient, ContactAbout, MessageTexts } from '../../ipc/bindings';
import { words } from '../../messages';
import { calledName, clock, dayAndTime } from './said';

/** Why somebody is called; that a visit begins later today has no text of the practice's own. */
export type CallAbout = ContactAbout | 'late';

/** Who writes. */
export type Sender = {
  practice: string;
  phone: string;
  texts: MessageTexts;
};

/** The message to begin with; `visit` is the start on the wall of the visit it is about. */
export function message(
  about: CallAbout,
  { practice, phone, texts }: Sender,
  client: BookedClient,
  visit: string | null = null,
): string {
  const name = calledName(client);
  if (about === 'late') return words.writing.text.late(name, practice, clock(visit ?? ''));
  const when = visit ? dayAndTime(visit) : '';
  const own = texts[about];
  if (own === '') return words.writing.text[about](name, practice, when);
  const known: Record<string, string> = { name, practice, phone, when };
  // In one go: what somebody is called may look like a place for something else.
  return own.replace(/\{(\w+)\}/g, (place, key: string) => known[key] ?? place);
}
