// What the calendar can be filtered by, in words.
import type { DiarySetup, DiaryView } from '../../ipc/bindings';
import { words } from '../../messages';
import { OTHER, STATUSES, type Kind, type Narrowing } from './filter';
import { NOWHERE } from './grid';

export type Choice = { value: string; label: string };

/** The choices of a kind: what there is, what the days that are looked at have of it, and what is chosen already. */
export function choices(setup: DiarySetup, { bookings }: DiaryView, chosen: Narrowing, kind: Kind): Choice[] {
  if (kind === 'statuses') {
    return STATUSES.map((status) => ({ value: status, label: words.bookings.status[status] }));
  }
  if (kind === 'rooms') {
    const used = (id: string | null) => bookings.some(({ room }) => room === id);
    const rooms = setup.rooms.filter(({ id, closed }) => !closed || used(id) || chosen.rooms.includes(id));
    const elsewhere = used(null) || chosen.rooms.includes(NOWHERE);
    return [
      ...rooms.map(({ id, name }) => ({ value: id, label: name })),
      ...(elsewhere && rooms.length ? [{ value: NOWHERE, label: words.bookings.roomless }] : []),
    ];
  }
  const booked = (id: string | null) => bookings.some(({ service }) => service === id);
  const services = setup.services.filter(
    ({ id, retired }) => !retired || booked(id) || chosen.services.includes(id),
  );
  const other = booked(null) || chosen.services.includes(OTHER);
  return [
    ...services.map(({ id, name }) => ({ value: id, label: name })),
    ...(other ? [{ value: OTHER, label: words.looking.other }] : []),
  ];
}
