// What is asked before a record is erased, and the letter that tells of it.
import { core } from '../../ipc/call';
import type { Asked, AskedBy, ErasurePlan, LetterOf, Reach } from '../../ipc/bindings';
import { words } from '../../messages';
import { Problems } from '../../messages/problems.svelte';

export class Erasing {
  readonly problems = new Problems();
  /** ISO, or what was typed. */
  on = $state('');
  to = $state('');
  /** Whether a letter is written although nobody asked. */
  unfolded = $state(false);

  /** The letter that left the practice from this page, as it was asked for. */
  #left = $state<string | null>(null);
  /** Who asked, once somebody said so. */
  #chosen = $state<AskedBy | null>(null);
  #usual = $state<AskedBy>('client');
  /** How much would be erased, of which the letter tells. */
  #reach = $state<Reach>('nothing');
  #client: string;
  #name = '';
  #guardian: string | null = null;
  #address = '';
  /** What was filled in, so that nothing is written over that somebody typed. */
  #filled = '';

  constructor(client: string) {
    this.#client = client;
  }

  /** Takes over how it stands with the record now; what somebody chose or typed stays. */
  follow({ client, keeping, guardians, reach }: ErasurePlan): void {
    this.#name = client.name;
    this.#guardian = guardians[0] ?? null;
    this.#usual = keeping.due || client.put_away === 'trash' ? 'nobody' : 'client';
    this.#reach = reach;
    this.#fill();
  }

  get by(): AskedBy {
    return this.#chosen ?? this.#usual;
  }

  set by(by: AskedBy) {
    this.#chosen = by;
    this.problems.clear('asked.on');
    this.#fill();
  }

  get asked(): Asked {
    return { by: this.by, on: this.by === 'nobody' ? '' : this.on };
  }

  get letter(): LetterOf {
    return { client: this.#client, asked: this.asked, to: this.to };
  }

  /** The letter as it stands has left the practice from this page. */
  get written(): boolean {
    return this.#left === this.#told;
  }

  /** What the letter cannot be drawn without. */
  get missing(): 'on' | 'to' | null {
    if (!this.#dayGiven) return 'on';
    return this.to.trim() ? null : 'to';
  }

  /** Fills in where letters to them go; without it their name stands there alone. */
  async readAddress(): Promise<void> {
    const { client } = await core.clientsOverview({ id: this.#client });
    const { addresses } = client.client;
    this.#address = (addresses.find(({ kind }) => kind === 'postal') ?? addresses[0])?.address ?? '';
    this.#fill();
  }

  /** Whether it can be asked if the record is to be erased; what is wrong is said at its field. */
  ready(): boolean {
    this.problems.clear();
    if (!this.#dayGiven) this.problems.say('asked.on', words.common.fields.required(null));
    return !this.problems.any;
  }

  /** The name of the file; null when the dialog was closed. */
  async save(): Promise<string | null> {
    this.problems.clear();
    const told = this.#told;
    const { file_name } = await core.erasureSaveLetter(this.letter);
    if (file_name !== null) this.#left = told;
    return file_name;
  }

  async print() {
    this.problems.clear();
    const told = this.#told;
    const printed = await core.erasurePrintLetter(this.letter);
    if (printed.outcome !== 'closed') this.#left = told;
    return printed;
  }

  get #dayGiven(): boolean {
    return this.by === 'nobody' || this.on.trim() !== '';
  }

  /** What the letter says as it stands: one that tells of a hold says nothing about erasing. */
  get #told(): string {
    return JSON.stringify([this.#reach, this.letter]);
  }

  #fill(): void {
    if (this.to !== this.#filled) return;
    const name = (this.by === 'somebody_else' && this.#guardian) || this.#name;
    this.to = this.#filled = [name, this.#address].filter(Boolean).join('\n');
  }
}
