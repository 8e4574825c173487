// Whose note it is, also where nobody works with their record any more.
import type { ClientRow } from '../ipc/bindings';
import { core, refusedWith } from '../ipc/call';

/** What stands above a note, and where the record of its client lies. */
export type Whose = Pick<ClientRow, 'id' | 'name' | 'number' | 'age' | 'birth_date' | 'put_away'>;

/** Null for a client who is not this person's to see. What is kept for the law alone stands in no list: the record is asked. */
export async function whoseNote(id: string): Promise<Whose | null> {
  const [row] = await core.clientsRows({ ids: [id] });
  if (row) return row;
  try {
    const { name, number, age, client, put_away } = (await core.clientsOverview({ id })).client;
    return {
      id,
      name,
      number,
      age,
      birth_date: client.birth_date || null,
      put_away: put_away?.place ?? null,
    };
  } catch (thrown) {
    if (refusedWith(thrown, 'not_found') || refusedWith(thrown, 'not_permitted')) return null;
    throw thrown;
  }
}
