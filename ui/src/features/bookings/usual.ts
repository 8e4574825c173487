// The visits most practices book, for a calendar that begins. Their lengths are only a beginning: every practice changes them.
import type { ServiceInput, VisitPart } from '../../ipc/bindings';
import { words } from '../../messages';

const say = words.bookings.setup.usual;
const hands = (minutes: number): VisitPart => ({ hands_on: true, minutes });
const rest = (minutes: number): VisitPart => ({ hands_on: false, minutes });
const service = (name: string, colour: number, parts: VisitPart[]): ServiceInput => ({
  name,
  colour,
  parts,
  before: 0,
  after: 5,
  price: '',
  currency: '',
  retired: false,
});

export const usualServices: ServiceInput[] = [
  service(say.initial, 2, [hands(45), rest(20), hands(10)]),
  service(say.followUp, 1, [hands(20), rest(25), hands(10)]),
  service(say.cupping, 5, [hands(30)]),
];
