import type { ClientInput, ClientView } from '../../ipc/bindings';
import { core, refusedWith } from '../../ipc/call';
import { words } from '../../messages';
import { longDate } from '../../messages/formats';
import { Problems } from '../../messages/problems.svelte';
import type { Difference, Side } from '../../shared/TwoVersions.svelte';
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
  /** Who can answer for a client, by id; asked for only to compare. */
  #names = $state.raw<Record<string, string>>({});

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
    return differing(this.client, client).map((field) => ({
      field,
      label: words.clients.fields[field],
      mine: asText(this.client, field, this.#names),
      theirs: asText(client, field, this.#names),
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

  /** The record before and after; null when there is something to answer first. */
  async save(
    draft: () => Promise<string | null>,
  ): Promise<{ before: ClientInput; after: ClientView } | null> {
    if (this.#underWay) return null;
    this.#underWay = true;
    try {
      this.problems.clear();
      const before = this.theirs?.client ?? this.#begun.before;
      const version = this.theirs?.version ?? this.#begun.version;
      const client = this.theirs
        ? this.#chosen(this.theirs.client)
        : withoutBlanks($state.snapshot(this.client));
      const after = await core.clientsEdit({ id: this.#id, version, client, draft: await draft() });
      this.restart(after);
      return { before, after };
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

  async #compare(): Promise<void> {
    const { client: theirs } = await core.clientsOverview({ id: this.#id });
    if (this.client.responsible !== theirs.client.responsible) {
      const { people } = await core.peopleList();
      this.#names = Object.fromEntries(people.map(({ id, name }) => [id, name]));
    }
    const typed = differing(this.client, this.#begun.before);
    this.choices = Object.fromEntries(
      differing(this.client, theirs.client).map((field) => [
        field,
        typed.includes(field) ? 'mine' : 'theirs',
      ]),
    );
    this.theirs = theirs;
  }

  #chosen(theirs: ClientInput): ClientInput {
    const mine = withoutBlanks($state.snapshot(this.client));
    const kept = Object.entries(this.choices).filter(([, side]) => side === 'mine');
    return {
      ...theirs,
      ...Object.fromEntries(kept.map(([field]) => [field, mine[field as keyof ClientInput]])),
    };
  }

  #settle(): void {
    if (!this.theirs) return;
    this.client = this.#chosen(this.theirs.client);
    this.#begun = { version: this.theirs.version, before: this.theirs.client };
    this.theirs = null;
  }
}

function asText(client: ClientInput, field: keyof ClientInput, names: Record<string, string>): string {
  if (field === 'responsible') return names[client.responsible] ?? words.clients.wholePractice;
  if (field === 'phones') {
    return client.phones
      .map(({ kind, number }) => `${number} (${words.clients.phoneKinds[kind]})`)
      .join('\n');
  }
  if (field === 'birth_date')
    return isDate(client.birth_date) ? longDate(client.birth_date) : client.birth_date;
  return client[field];
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
