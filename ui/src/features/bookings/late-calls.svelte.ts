// Whom to call because somebody ran late. It is remembered until the program is closed, over locking and unlocking, and
// written nowhere: a few hours later everybody has come. Nothing of it names anybody.
import type { CallToMake, RanLate } from '../../ipc/bindings';
import { core } from '../../ipc/call';

const KEPT = 'hegu-late';
/** Milliseconds after which nobody waits for a call any more. */
const OVER = 24 * 60 * 60 * 1000;

type Late = {
  /** Who runs late. */
  practitioner: string;
  /** When the visits were moved (UTC milliseconds); it names the list. */
  at: number;
  /** When each was to begin before, on the wall, by the booking. */
  before: Record<string, string>;
};

export type LateList = Late & { calls: CallToMake[] };

class LateCalls {
  private lists = $state.raw(this.kept());

  /** Keeps in mind who does not know yet; false where nobody is to be called. */
  ran(practitioner: string, { before: were, after, at }: RanLate): boolean {
    const before: Record<string, string> = {};
    for (const { id, start, status, client } of after) {
      const then = were.find((one) => one.id === id)?.start;
      const expected = client && (status === 'booked' || status === 'confirmed');
      if (expected && then && then !== start) before[id] = then;
    }
    if (Object.keys(before).length === 0) return false;
    this.keep([...this.lists, { practitioner, at, before }]);
    return true;
  }

  /** They are back where they were, and nobody is to be called. */
  takenBack(at: number): void {
    this.keep(this.lists.filter((late) => late.at !== at));
  }

  /** The calls of each list, as the core has them now; a list without any is left out. */
  async listed(): Promise<LateList[]> {
    const asked = this.lists.map(async (late, nth) => {
      // Who was moved before and is moved again is called once, about the time that holds.
      const later = this.lists.slice(nth + 1);
      const ids = Object.keys(late.before).filter((id) => !later.some(({ before }) => id in before));
      return { ...late, calls: ids.length ? await core.waitingLate({ ids, since: late.at }) : [] };
    });
    return (await Promise.all(asked)).filter(({ calls }) => calls.length > 0);
  }

  private keep(lists: Late[]): void {
    this.lists = lists;
    sessionStorage.setItem(KEPT, JSON.stringify(lists));
  }

  private kept(): Late[] {
    const lists = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]') as Late[];
    return lists.filter(({ at }) => at > Date.now() - OVER);
  }
}

export const lateCalls = new LateCalls();
