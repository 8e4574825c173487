// A health history while it is being changed.
import type { HealthHistory, HealthView } from '../../ipc/bindings';
import { core, refusedWith } from '../../ipc/call';
import { words } from '../../messages';
import { Problems } from '../../messages/problems.svelte';
import { localDate } from '../../shared/local-date';
import type { Difference, Side } from '../../shared/TwoVersions.svelte';
import { differing, withPart, type Part } from './history';
import { partAsText } from './say';

/** What a draft keeps: where the typing began, and how far it came. */
export type HealthEdit = {
  version: number;
  before: HealthHistory;
  history: HealthHistory;
  /** That all of it was gone through with the client. */
  reviewed: boolean;
};

export class EditingHealth {
  history = $state() as HealthHistory;
  reviewed = $state(true);
  problems = new Problems();
  /** Somebody else's version, while it is open which parts to keep. */
  theirs = $state.raw<HealthView | null>(null);
  choices = $state<Record<string, Side>>({});

  #client: string;
  #begun = $state.raw() as { version: number; before: HealthHistory };

  constructor(view: HealthView, resumed: HealthEdit | null = null) {
    this.#client = view.client;
    this.#begun = resumed ?? { version: view.version, before: view.history };
    this.history = structuredClone(resumed?.history ?? view.history);
    this.reviewed = resumed?.reviewed ?? true;
  }

  get changed(): boolean {
    return differing(this.history, this.#begun.before).length > 0;
  }

  get edit(): HealthEdit {
    return { ...this.#begun, history: $state.snapshot(this.history), reviewed: this.reviewed };
  }

  /** The parts on which the two versions disagree, as text. */
  get differences(): Difference[] {
    if (!this.theirs) return [];
    const { history } = this.theirs;
    const today = localDate();
    return differing(this.history, history).map((part) => ({
      field: part,
      label: words.health.parts[part],
      mine: partAsText(this.history, part, today),
      theirs: partAsText(history, part, today),
    }));
  }

  /** What is saved then, with the version it goes over; null when there is something to answer first. */
  async save(draft: () => Promise<string | null>): Promise<{ before: number; after: HealthView } | null> {
    this.problems.clear();
    const version = this.theirs?.version ?? this.#begun.version;
    const history = this.theirs ? this.#chosen(this.theirs.history) : $state.snapshot(this.history);
    try {
      const kept = { client: this.#client, version, history, reviewed: this.reviewed, draft: await draft() };
      return { before: version, after: await core.healthKeep(kept) };
    } catch (thrown) {
      if (this.problems.take(thrown)) {
        // The form shows the problem, so what was chosen becomes what is typed.
        if (this.theirs) this.#settle(this.theirs, history);
        return null;
      }
      if (!refusedWith(thrown, 'stale')) throw thrown;
      await this.#compare();
      return null;
    }
  }

  async #compare(): Promise<void> {
    const theirs = await core.healthRead({ id: this.#client });
    const typed = differing(this.history, this.#begun.before);
    this.choices = Object.fromEntries(
      differing(this.history, theirs.history).map((part) => [part, typed.includes(part) ? 'mine' : 'theirs']),
    );
    this.theirs = theirs;
  }

  #chosen(theirs: HealthHistory): HealthHistory {
    const mine = $state.snapshot(this.history);
    const kept = Object.entries(this.choices).filter(([, side]) => side === 'mine');
    return kept.reduce((history, [part]) => withPart(history, part as Part, mine), theirs);
  }

  #settle(theirs: HealthView, chosen: HealthHistory): void {
    this.history = structuredClone(chosen);
    this.#begun = { version: theirs.version, before: theirs.history };
    this.theirs = null;
  }
}
