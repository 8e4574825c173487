// Keeps what is being typed: after every pause, whenever a field is left, and again until it worked.
import type { DraftKind, DraftSaved, DraftView } from '../../ipc/bindings';
import { core, refusedWith } from '../../ipc/call';
import { unsaved } from '../../shared/unsaved';

/** Milliseconds without a key before what was typed is kept. */
const PAUSE = 800;
/** Milliseconds until a failed attempt is repeated. */
const RETRY = 3000;

export type DraftOf<T> = {
  kind: DraftKind;
  /** The record that is being changed; null for a new one. */
  subject: string | null;
  /** How the draft is called in the list of unfinished things. */
  label: () => string;
  body: () => T;
};

export class Draft<T> {
  id = $state.raw<string | null>(null);
  /** UTC milliseconds of the last success; null while nothing is kept. */
  savedAt = $state.raw<number | null>(null);
  /** Why the last try failed; null while it works. */
  failed = $state<'disk_full' | 'folder_gone' | 'other' | null>(null);

  #of: DraftOf<T>;
  #dirty = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<boolean> | null = null;
  #ended = false;
  #saved: () => void = () => undefined;

  constructor(of: DraftOf<T>, found: Pick<DraftView, 'id' | 'saved_at'> | null = null) {
    this.#of = of;
    this.id = found?.id ?? null;
    this.savedAt = found?.saved_at ?? null;
  }

  /** Call after every change of the form. */
  edited(): void {
    if (this.#ended) return;
    this.#dirty = true;
    this.#saved = unsaved(this.#keep);
    this.#later(PAUSE);
  }

  /** Keeps now what is not kept yet. Answers with the draft's id; null when nothing was ever typed or kept. */
  async settle(): Promise<string | null> {
    clearTimeout(this.#timer);
    // Typing may go on while a save is under way; the last state is the one to keep.
    while ((this.#saving || this.#dirty) && (await this.#once()));
    return this.id;
  }

  /** A field was left: keep now. */
  left(): void {
    if (this.#dirty) void this.settle();
  }

  /** Forgets the draft in the core as well. Answers with the way back, which answers with the id it has then. */
  async discard(): Promise<() => Promise<string>> {
    const input = {
      kind: this.#of.kind,
      subject: this.#of.subject,
      label: this.#of.label(),
      body: this.#written(),
    };
    await this.settle();
    const id = this.id;
    this.finish();
    if (id !== null) await core.draftsDiscard({ id });
    return async () => {
      // One form has one draft: when typing has begun another meanwhile, the old words go back into that one.
      const saved = await core.draftsSave({ id: this.id, ...input });
      this.begin();
      this.#kept(saved);
      return saved.id;
    };
  }

  /** What was typed has become a record: the core has consumed the draft. */
  finish(): void {
    clearTimeout(this.#timer);
    this.#saved();
    this.#ended = true;
    this.#dirty = false;
    this.id = null;
    this.savedAt = null;
    this.failed = null;
  }

  /** After `finish`, typing begins a new draft. */
  begin(): void {
    this.#ended = false;
  }

  readonly #keep = () => this.settle();

  #kept({ id, saved_at }: DraftSaved): void {
    this.id = id;
    this.savedAt = saved_at;
    this.failed = null;
  }

  #later(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.settle(), wait);
  }

  #written(): string {
    return JSON.stringify(this.#of.body());
  }

  /** One save at a time: the first one decides the id. False when it failed. */
  #once(): Promise<boolean> {
    this.#saving ??= this.#save().finally(() => (this.#saving = null));
    return this.#saving;
  }

  async #save(): Promise<boolean> {
    this.#dirty = false;
    try {
      const { kind, subject, label } = this.#of;
      const saved = await core.draftsSave({
        id: this.id,
        kind,
        subject,
        label: label(),
        body: this.#written(),
      });
      if (this.#ended) return true;
      this.#kept(saved);
      if (!this.#dirty) this.#saved();
      return true;
    } catch (thrown) {
      if (this.#ended) return false;
      // Said beside the title by SavedText, and tried again until it works.
      if (refusedWith(thrown, 'not_found')) this.id = null;
      this.#dirty = true;
      const known = (['disk_full', 'folder_gone'] as const).find((code) => refusedWith(thrown, code));
      this.failed = known ?? 'other';
      this.#later(RETRY);
      return false;
    }
  }
}
