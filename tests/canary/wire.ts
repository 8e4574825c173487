import type { ClientView } from '../../ui/src/ipc/bindings';

// An id crosses the wire as text. If this line passes, the generated types are not being checked.
export const id: ClientView['id'] = 7;
