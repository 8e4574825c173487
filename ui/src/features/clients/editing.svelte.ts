import type { ClientInput, ClientView, CustomValue } from '../../ipc/bindings';
import { core, refusedWith } from '../../ipc/call';
import { words } from '../../messages';
import { Problems } from '../../messages/problems.svelte';
import type { Difference, Side } from '../../shared/two-versions';
import { asText, type Beside } from './as-text';
import { differing, withoutBlanks } from './client-input';

/** Where the typing began: the record's version and what it held. */
export type Begun = { version: number; before: ClientInput };
export type ClientEdit = Begun & { client: ClientInput };

/** The details of a client while they are being changed. */
export class Editing {
  client = $state() as ClientInput;
  problems = new Problems();
  /** Somebody else's version, while it is open which fields to keep. */
  theirs = $state.raw<ClientView | null>(null);
  choices = $state<Record<string, Side>>({});

  #id: string;
  #begun = $state.raw() as Begun;
  #underWay = false;
  /** Asked for only to compare. */
  #beside = $state.raw<Beside>({ names: {}, fields: [] });

  constructor(view: ClientView, resumed: ClientEdit | null = null) {
    this.#id = view.id;
    this.#begun = resumed ?? { version: view.version, before: view.client };
    this.client = structuredClone(resumed?.client ?? view.client);
  }

  get changed(): boolean {
    return differing(this.client, this.#begun.before).length > 0;
  }

  /** What a draft keeps. */
  get edit(): ClientEdit {
    return { ...this.#begun, client: $state.snapshot(this.client) };
  }

  /** The fields on which the two versions disagree, as text. */
  get differences(): Difference[] {
    if (!this.theirs) return [];
    const { client } = this.theirs;
    return choosable(this.client, client).map((field) => ({
      field,
      label: words.clients.fields[field],
      mine: asText(this.client, field, this.#beside),
      theirs: asText(client, field, this.#beside),
    }));
  }

  /** Takes over a newer record, unless something typed would be lost. */
  follow(view: ClientView): void {
    if (view.version === this.#begun.version || this.changed || this.#underWay) return;
    this.restart(view);
  }

  /** Takes up what was typed and put aside. */
  resume({ client, ...begun }: ClientEdit): void {
    this.#begun = begun;
    this.client = client;
  }

  restart(view: ClientView): void {
    this.#begun = { version: view.version, before: view.client };
    this.client = structuredClone(view.client);
    this.problems.clear();
    this.theirs = null;
  }

  /**
   * The record before and after, and whether somebody typed on meanwhile; null when there is something to answer first.
   */
  async save(
    draft: () => Promise<string | null>,
  ): Promise<{ before: ClientInput; after: ClientView; typedOn: boolean } | null> {
    if (this.#underWay) return null;
    this.#underWay = true;
    try {
      this.problems.clear();
      const before = this.theirs?.client ?? this.#begun.before;
      const version = this.theirs?.version ?? this.#begun.version;
      const kept = await draft();
      // Problems are named by the place of a line, so that the blank ones go first.
      if (!this.theirs) this.client = withoutBlanks($state.snapshot(this.client));
      const typed = $state.snapshot(this.client);
      const client = this.theirs ? this.#chosen(this.theirs.client) : typed;
      const after = await core.clientsEdit({ id: this.#id, version, client, draft: kept });
      const typedOn = differing(this.client, typed).length > 0;
      if (typedOn) this.#typeOn(after);
      else this.restart(after);
      return { before, after, typedOn };
    } catch (thrown) {
      if (this.problems.take(thrown)) {
        // The form shows the problem, so what was chosen becomes what is typed.
        if (this.theirs) this.#settle();
        return null;
      }
      if (!refusedWith(thrown, 'stale')) throw thrown;
      await this.#compare();
      return null;
    } finally {
      this.#underWay = false;
    }
  }

  /** What was typed while a saving was under way goes on over what it made. */
  #typeOn(after: ClientView): void {
    this.#begun = { version: after.version, before: after.client };
    this.problems.clear();
    this.theirs = null;
  }

  async #compare(): Promise<void> {
    const { client: theirs } = await core.clientsOverview({ id: this.#id });
    const differ = choosable(this.client, theirs.client);
    if (differ.includes('responsible')) {
      const { people } = await core.peopleList();
      this.#beside = {
        ...this.#beside,
        names: Object.fromEntries(people.map(({ id, name }) => [id, name])),
      };
    }
    if (differ.includes('custom')) {
      this.#beside = { ...this.#beside, fields: await core.clientsCustomFields() };
    }
    const typed = choosable(this.client, this.#begun.before);
    this.choices = Object.fromEntries(
      differ.map((field) => [field, typed.includes(field) ? 'mine' : 'theirs']),
    );
    this.theirs = theirs;
    // Where the record became part of another meanwhile, it is saved over that.
    this.#id = theirs.id;
  }

  #chosen(theirs: ClientInput): ClientInput {
    const mine = withoutBlanks($state.snapshot(this.client));
    const chosen = Object.entries(this.choices).filter(([, side]) => side === 'mine');
    const kept = chosen.some(([field]) => field === 'status')
      ? [...chosen, ['status_since'] as const]
      : chosen;
    const fields = kept.map(([field]) => field as keyof ClientInput);
    return {
      ...theirs,
      ...Object.fromEntries(fields.map((field) => [field, mine[field]])),
      ...(fields.includes('custom')
        ? { custom: overTheirs(mine.custom, this.#begun.before.custom, theirs.custom) }
        : {}),
    };
  }

  #settle(): void {
    if (!this.theirs) return;
    this.client = this.#chosen(this.theirs.client);
    this.#begun = { version: this.theirs.version, before: this.theirs.client };
    this.theirs = null;
  }
}

/** What was typed into custom fields, each its own, over what somebody else said in the others. */
function overTheirs(mine: CustomValue[], before: CustomValue[], theirs: CustomValue[]): CustomValue[] {
  const said = (values: CustomValue[], id: string) => values.find(({ field }) => field === id)?.value ?? '';
  const ids = new Set([...theirs, ...mine].map(({ field }) => field));
  const values = [...ids].map((field) => {
    const typed = said(mine, field) !== said(before, field);
    return { field, value: said(typed ? mine : theirs, field) };
  });
  return values.filter(({ value }) => value !== '');
}

/** The fields to choose between. Since when somebody stands so is nothing without how they stand. */
function choosable(a: ClientInput, b: ClientInput): (keyof ClientInput)[] {
  const fields = differing(a, b).map((field) => (field === 'status_since' ? 'status' : field));
  return [...new Set(fields)];
}
