// What is done with what the calendar is made of, each with its way back. Undo writes what was there before over the
// version that was just kept, so that it is refused where somebody changed it meanwhile.
import type {
  AwayView,
  DiarySetup,
  GoAway,
  HoursView,
  KeepHours,
  RoomView,
  ServiceView,
} from '../../ipc/bindings';
import { core } from '../../ipc/call';
import { words } from '../../messages';
import { toast } from '../../shared/toasts.svelte';
import { usualServices } from './usual';

const say = words.bookings.setup;

/** Says that a room was added or changed; undo removes it again, or gives it what it had. */
export function roomKept(before: RoomView | null, name: string, after: DiarySetup): void {
  const now = after.rooms.find((room) => (before ? room.id === before.id : room.name === name));
  const undo = now && (() => (before ? roomAgain(before, now.version) : takeBackRoom(now)));
  toast(say.saved(name), undo);
}

function roomAgain({ id, name, chairs, every, equipment, people, closed }: RoomView, version: number) {
  return core.bookingsKeepRoom({ id, version, room: { name, chairs, every, equipment, people, closed } });
}

const takeBackRoom = ({ id, version }: RoomView) => core.clinicTakeBackRoom({ id, version });

/** Says that something that can be booked was added or changed; undo removes it again, or gives it what it had. */
export function serviceKept(before: ServiceView | null, name: string, after: DiarySetup): void {
  const now = after.services.find((service) => (before ? service.id === before.id : service.name === name));
  const undo = now && (() => (before ? serviceAgain(before, now.version) : takeBackService(now)));
  toast(say.saved(name), undo);
}

function serviceAgain(service: ServiceView, version: number) {
  const { id, name, colour, parts, before, after, price, currency, retired } = service;
  const again = { name, colour, parts, before, after, price, currency, retired };
  return core.bookingsKeepService({ id, version, service: again });
}

const takeBackService = ({ id, version }: ServiceView) => core.clinicTakeBackService({ id, version });

/** Puts in the visits that most practices book; undo removes all of them again. */
export async function putInUsual(): Promise<void> {
  let after: DiarySetup | null = null;
  for (const service of usualServices) {
    after = await core.bookingsKeepService({ id: null, version: null, service });
  }
  const added =
    after?.services.filter(({ name }) => usualServices.some((usual) => usual.name === name)) ?? [];
  toast(say.usual.done, async () => {
    for (const service of added) await takeBackService(service);
  });
}

/** Says that somebody's week was added or changed; undo removes it again, or gives it what it had. */
export function hoursKept(
  before: HoursView | null,
  { person, since }: Pick<KeepHours, 'person' | 'since'>,
  after: DiarySetup,
): void {
  const whose = after.people.find(({ id }) => id === person);
  const now = whose?.hours.find((week) => (before ? week.id === before.id : week.since === since));
  const undo = now && (() => (before ? hoursAgain(person, before, now.version) : removeWeek(now)));
  toast(say.saved(whose?.name ?? ''), undo);
}

function hoursAgain(person: string, { id, since, until, shifts }: HoursView, version: number) {
  return core.bookingsKeepHours({ id, version, person, since, until, shifts });
}

const removeWeek = ({ id, version }: HoursView) => core.bookingsRemoveHours({ id, version });

/** Removes somebody's week; undo keeps it again. */
export async function removeHours(person: string, week: HoursView): Promise<void> {
  await removeWeek(week);
  const { since, until, shifts } = week;
  const undo = () => core.bookingsKeepHours({ id: null, version: null, person, since, until, shifts });
  toast(say.removedHours, undo);
}

/** Says that time off was entered; undo removes it again. */
export function awayKept(before: DiarySetup, { person, room }: GoAway, after: DiarySetup): void {
  const isNew = (away: AwayView) => !before.away.some(({ id }) => id === away.id);
  const added = after.away.filter((away) => isNew(away) && away.person === person && away.room === room);
  // What is over already is on no list, and of two that came at once nobody can say which is theirs.
  const [one] = added.length === 1 ? added : [];
  toast(say.saved(say.awayTitle), one && (() => core.bookingsComeBack({ id: one.id })));
}

/** Removes time off; undo enters it again. */
export async function removeAway({ id, person, room, from, until, reason }: AwayView): Promise<void> {
  await core.bookingsComeBack({ id });
  toast(say.removedAway, () => core.bookingsGoAway({ person, room, from, until, reason }));
}
