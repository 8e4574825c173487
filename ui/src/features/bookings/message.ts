// What is written to somebody: in the practice's own words where it has some, in the usual ones otherwise.
import type { BookedClient, ContactAbout, MessageTexts } from '../../ipc/bindings';
import { words } from '../../messages';
import { calledName, dayAndTime } from './said';

/** Who writes. */
export type Sender = {
  practice: string;
  phone: string;
  texts: MessageTexts;
};

/** The message to begin with; `visit` is the start on the wall of the visit it is about. */
export function message(
  about: ContactAbout,
  { practice, phone, texts }: Sender,
  client: BookedClient,
  visit: string | null = null,
): string {
  const name = calledName(client);
  const when = visit ? dayAndTime(visit) : '';
  const own = texts[about];
  if (own === '') return words.writing.text[about](name, practice, when);
  const known: Record<string, string> = { name, practice, phone, when };
  // In one go: what somebody is called may look like a place for something else.
  return own.replace(/\{(\w+)\}/g, (place, key: string) => known[key] ?? place);
}
