// Visits in the timeline of whoever came.
import CalendarX from '@lucide/svelte/icons/calendar-x';
import type { ClientVisit } from '../../ipc/bindings';
import type { IconOf } from '../../shared/Icon.svelte';

/** Whether it did not come about. */
export function cameToNothing({ status }: Pick<ClientVisit, 'status'>): boolean {
  return status === 'no_show' || status === 'cancelled' || status === 'cancelled_late';
}

/** The sign of a visit that did not come about; null for one that did. */
export function offIcon(visit: ClientVisit): IconOf | null {
  return cameToNothing(visit) ? CalendarX : null;
}
