// What is said of bookings that moved, each with the way back.
import type { BookingView, CalledOffView, DiarySetup, Reschedule, WaitView } from '../../ipc/bindings';
import { core } from '../../ipc/call';
import { words } from '../../messages';
import { toast } from '../../shared/toasts.svelte';
import { allBack } from './obstacles';
import { clock, dayAndTime, roomOf, whoOf } from './said';
import { dayOf } from './wall';

const say = words.bookings;
const personal = { personal: true };

/** The act that brings a booking back to where it was, with the parts it had. */
function back(before: BookingView, after: BookingView): Reschedule {
  return {
    id: after.id,
    version: after.version,
    practitioner: before.practitioner,
    room: before.room,
    start: before.start,
    which: null,
    minutes: null,
    parts: before.parts.map(({ hands_on, minutes }) => ({ hands_on, minutes })),
    despite: before.despite,
    wait: null,
  };
}

/** Says where a booking went; undo brings it back. */
export function moved(setup: DiarySetup, before: BookingView, after: BookingView): void {
  const where = before.room === after.room ? '' : roomOf(setup, after.room);
  const undo = () => core.bookingsReschedule(back(before, after));
  const stayed = before.start === after.start && before.room === after.room;
  const same = stayed && before.practitioner === after.practitioner;
  const when = dayOf(before.start) === dayOf(after.start) ? clock(after.start) : dayAndTime(after.start);
  const text = same ? say.changedLength(whoOf(after), after.minutes) : say.movedTo(whoOf(after), when, where);
  toast(text, undo, personal);
}

/** Says that somebody who waited has an earlier time in place of theirs; undo gives them theirs, and they wait again. */
export function movedUp({ id, version }: WaitView, before: BookingView, after: BookingView): void {
  const undo = async () => {
    await core.bookingsReschedule(back(before, after));
    await core.waitingAgain({ id, version: version + 1 });
  };
  toast(words.waiting.waits.given(whoOf(after), dayAndTime(after.start)), undo, personal);
}

/** Says that several bookings moved; undo brings all of them back, or none. */
export function severalMoved(
  text: string,
  before: readonly BookingView[],
  after: readonly BookingView[],
  /** Does whatever else is over once they are back. */
  onback: () => void = () => undefined,
): void {
  const moves = after.flatMap((now) => {
    const then = before.find(({ id }) => id === now.id);
    return then ? [back(then, now)] : [];
  });
  const undo = async () => {
    await core.bookingsRescheduleSeveral({ moves });
    onback();
  };
  toast(text, () => allBack(undo(), before[0]), personal);
}

/** Says that a day was called off; undo takes it up again. */
export function calledOff({ id, calls }: CalledOffView): void {
  toast(words.waiting.callOff.done(calls.length), () => core.waitingTakeBackDay({ id }));
}
