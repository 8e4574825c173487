import type { ComparedRecord, CustomField, HealthHistory, MergedClients } from '../../ipc/bindings';
import { core } from '../../ipc/call';
import { words } from '../../messages';
import { Problems, sayField } from '../../messages/problems.svelte';
import { ChosenSides } from '../../shared/chosen-sides.svelte';
import { chosen, differences } from './two-records';

/** Two records of one person, beside each other, while it is chosen what the one record says. */
export class Merging {
  /** Both, the one with the lower number first. */
  sides = $state.raw() as readonly [ComparedRecord, ComparedRecord];
  /** Whose number is kept. */
  kept = $state<0 | 1>(0);
  readonly chosen = new ChosenSides();
  problems = new Problems();

  #fields = $state.raw<readonly CustomField[]>([]);

  constructor(sides: readonly ComparedRecord[], fields: readonly CustomField[]) {
    this.stand(sides, fields);
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

  /** Takes over how the records stand; what was chosen stays chosen. */
  stand(sides: readonly ComparedRecord[], fields: readonly CustomField[]): void {
    const [one, other] = [...sides].sort((a, b) => a.client.number - b.client.number);
    if (!one || !other) return;
    this.sides = [one, other];
    this.#fields = fields;
    const { lines, begun } = this.#differences;
    this.chosen.begin(lines, begun);
  }

  /** What is to be corrected first, as sentences by the path of the field. */
  get corrections(): { path: string; sentence: string }[] {
    return this.problems.found.map((field) => {
      const label = this.#label(field.path);
      const sentence = label ? words.merging.problem(label, sayField(field)) : sayField(field);
      return { path: field.path, sentence };
    });
  }

  #label(path: string): string | undefined {
    const [first = '', second = ''] = path.split('.');
    if (first === 'kept') return words.merging.card(this.keeping.client.number);
    if (first === 'gone') return words.merging.card(this.going.client.number);
    if (first === 'custom') return this.#fields.find(({ id }) => id === second)?.name;
    const parts: Record<string, string> = words.health.parts;
    const fields: Record<string, string> = words.clients.fields;
    return fields[first] ?? parts[first];
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
      client: chosen(one.client.client, other.client.client, $state.snapshot(this.chosen.sides), this.newer),
      health,
    };
    try {
      return await core.clientsMerge(input);
    } catch (thrown) {
      if (this.problems.take(thrown)) return null;
      throw thrown;
    }
  }
}
