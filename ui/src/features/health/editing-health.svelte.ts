// A health history while it is being changed.
import type { HealthHistory, HealthView } from '../../ipc/bindings';
import { core, refusedWith } from '../../ipc/call';
import { words } from '../../messages';
import { Problems } from '../../messages/problems.svelte';
import { localDate } from '../../shared/local-date';
import type { Difference, Side } from '../../shared/two-versions';
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

export type SavedHealth = { before: number; after: HealthView; reviewed: boolean; typedOn: boolean };

export class EditingHealth {
  history = $state() as HealthHistory;
  /** Whoever takes it down for the first time goes through all of it; a change may be of one line. */
  reviewed = $state(false);
  problems = new Problems();
  /** Somebody else's version, while it is open which parts to keep. */
  theirs = $state.raw<HealthView | null>(null);
  choices = $state<Record<string, Side>>({});

  #client: string;
  #underWay = false;
  #begun = $state.raw() as { version: number; before: HealthHistory };

  constructor(view: HealthView, resumed: HealthEdit | null = null) {
    this.#client = view.client;
    this.#begun = resumed ?? { version: view.version, before: view.history };
    this.history = structuredClone(resumed?.history ?? view.history);
    this.reviewed = resumed?.reviewed ?? view.version === 0;
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

  /** Takes up what was typed and put aside. */
  resume({ version, before, history, reviewed }: HealthEdit): void {
    this.#begun = { version, before };
    this.history = structuredClone(history);
    this.reviewed = reviewed;
  }

  /**
   * What is saved then, with the version it goes over, and whether something was typed meanwhile, which goes on from there;
   * null when there is something to answer first.
   */
  async save(draft: () => Promise<string | null>): Promise<SavedHealth | null> {
    if (this.#underWay) return null;
    this.#underWay = true;
    this.problems.clear();
    const id = await draft();
    const before = this.theirs?.version ?? this.#begun.version;
    const typed = $state.snapshot(this.history);
    const history = this.theirs ? this.#chosen(this.theirs.history) : typed;
    const { reviewed } = this;
    try {
      const kept = { client: this.#client, version: before, history, reviewed, draft: id };
      const after = await core.healthKeep(kept);
      const typedOn = differing(this.history, typed).length > 0;
      this.#begun = { version: after.version, before: after.history };
      this.theirs = null;
      return { before, after, reviewed, typedOn };
    } catch (thrown) {
      if (this.problems.take(thrown)) {
        // The form shows the problem, so what was chosen becomes what is typed.
        if (this.theirs) this.#settle(this.theirs, history);
        return null;
      }
      if (!refusedWith(thrown, 'stale')) throw thrown;
      await this.#compare();
      return null;
    } finally {
      this.#underWay = false;
    }
  }

  async #compare(): Promise<void> {
    const theirs = await core.healthRead({ id: this.#client });
    const typed = differing(this.history, this.#begun.before);
    this.choices = Object.fromEntries(
      differing(this.history, theirs.history).map((part) => [part, typed.includes(part) ? 'mine' : 'theirs']),
    );
    this.theirs = theirs;
    // Where the record became part of another meanwhile, it is saved over that.
    this.#client = theirs.client;
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
