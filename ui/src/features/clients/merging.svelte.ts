import type { ComparedRecord, CustomField, HealthHistory, MergedClients } from '../../ipc/bindings';
import { core } from '../../ipc/call';
import { words } from '../../messages';
import { Problems, sayField } from '../../messages/problems.svelte';
import type { Side } from '../../shared/two-versions';
import { chosen, differences } from './two-records';

/** Two records of one person, beside each other, while it is chosen what the one record says. */
export class Merging {
  /** Both, the one with the lower number first. */
  sides = $state.raw() as readonly [ComparedRecord, ComparedRecord];
  /** Whose number is kept. */
  kept = $state<0 | 1>(0);
  choices = $state<Record<string, Side>>({});
  problems = new Problems();

  #fields: readonly CustomField[];

  constructor(sides: readonly ComparedRecord[], fields: readonly CustomField[]) {
    this.#fields = fields;
    this.#compare(sides);
    this.choices = this.#differences.begun;
  }

  get #differences() {
    const [{ client: one }, { client: other }] = this.sides;
    const answering = [one, other].map(({ client, responsible }) => [client.responsible, responsible]);
    const beside = { names: Object.fromEntries(answering.filter(([id]) => id)), fields: this.#fields };
    return differences(one.client, other.client, beside, this.newer);
  }

  get lines() {
    return this.#differences.lines;
  }

  /** Which of the two was saved last. */
  get newer(): 'mine' | 'theirs' {
    const [one, other] = this.sides;
    return other.client.updated_at > one.client.updated_at ? 'theirs' : 'mine';
  }

  get keeping(): ComparedRecord {
    return this.sides[this.kept];
  }

  get going(): ComparedRecord {
    return this.sides[this.kept === 0 ? 1 : 0];
  }

  /** Both have a health history: two are put into one. */
  get bothHealthy(): boolean {
    return this.sides.every(({ health_version }) => health_version > 0);
  }

  /** Takes over how the records stand now; what was chosen stays chosen. */
  again(sides: readonly ComparedRecord[]): void {
    this.#compare(sides);
    const { begun } = this.#differences;
    const before = $state.snapshot(this.choices);
    this.choices = Object.fromEntries(
      Object.entries(begun).map(([line, side]) => [line, before[line] ?? side]),
    );
  }

  /** What is to be corrected first, as sentences. */
  get corrections(): string[] {
    return this.problems.found.map((field) => {
      const name = field.path.split('.')[0] as keyof typeof words.clients.fields;
      const label = words.clients.fields[name];
      return label ? words.merging.problem(label, sayField(field)) : sayField(field);
    });
  }

  /** Makes one record of two; null when there is something to correct. */
  async merge(health: HealthHistory | null): Promise<MergedClients | null> {
    this.problems.clear();
    const [one, other] = this.sides;
    const record = ({ client, health_version }: ComparedRecord) => ({
      id: client.id,
      version: client.version,
      health_version,
    });
    const input = {
      kept: record(this.keeping),
      gone: record(this.going),
      client: chosen(one.client.client, other.client.client, $state.snapshot(this.choices)),
      health,
    };
    try {
      return await core.clientsMerge(input);
    } catch (thrown) {
      if (this.problems.take(thrown)) return null;
      throw thrown;
    }
  }

  #compare(sides: readonly ComparedRecord[]): void {
    const [one, other] = [...sides].sort((a, b) => a.client.number - b.client.number);
    if (one && other) this.sides = [one, other];
  }
}
