// What lists show of a client.
import { emptyPhone } from '../src/features/clients/client-input';
import type { ClientInput, ClientRow, ClientView } from '../src/ipc/bindings';

export function ageOf(client: ClientInput): number | null {
  return client.birth_date ? 2026 - Number(client.birth_date.slice(0, 4)) : null;
}

export function rowOf(view: ClientView): ClientRow {
  const { client } = view;
  return {
    id: view.id,
    number: view.number,
    name: view.name,
    preferred_name: client.preferred_name || null,
    birth_date: client.birth_date || null,
    age: view.age,
    phone: client.phones[0]?.number ?? null,
    phone_allows: client.phones[0]?.allows ?? emptyPhone().allows,
    email: client.emails[0]?.email ?? null,
    text_phone: client.phones[0]?.number ?? null,
    status: client.status,
    put_away: view.put_away?.place ?? null,
    registered_at: view.registered_at,
  };
}
