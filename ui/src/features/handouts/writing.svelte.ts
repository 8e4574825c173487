import type { SheetReview, SheetText, SheetView } from '../../ipc/bindings';
import { core, refusedWith } from '../../ipc/call';
import { words } from '../../messages';
import { languageName, longDate } from '../../messages/formats';
import { Problems, sayFailure } from '../../messages/problems.svelte';
import type { Difference, Side } from '../../shared/two-versions';
import { cutBefore, writtenLines, type SheetDraft } from './sheet-text';

const fields = [
  'title',
  'author',
  'written',
  'language',
  'markdown',
] as const satisfies readonly (keyof SheetText)[];

/** A sheet while it is being written. */
export class Writing {
  text = $state() as SheetText;
  problems = new Problems();
  /** Somebody else's version, while it is open what to keep. */
  theirs = $state.raw<SheetView | null>(null);
  choices = $state<Record<string, Side>>({});

  /** The sheet that gets its next version; null for a new one. */
  readonly id: string | null;
  #version: number | null;
  #underWay = false;

  constructor(begun: SheetDraft, id: string | null) {
    const { version, ...text } = begun;
    this.text = text;
    this.id = id;
    this.#version = version;
  }

  get draft(): SheetDraft {
    return { ...$state.snapshot(this.text), version: this.#version };
  }

  get nextVersion(): number {
    return (this.#version ?? 0) + 1;
  }

  /** Whether it says nothing that the kept text, or for a new sheet the empty page, does not say. */
  unchangedFrom(kept: SheetText | null): boolean {
    if (kept) return this.#differing(kept).length === 0;
    return !this.text.title.trim() && !this.text.markdown.trim();
  }

  get differences(): Difference[] {
    const theirs = this.theirs;
    if (!theirs) return [];
    return this.#differing(theirs.text).map((field) => ({
      field,
      label: label(field),
      mine: shown(this.text, field),
      theirs: shown(theirs.text, field),
    }));
  }

  /** Leaves out everything from the promotional end on. Answers with the way back. */
  dropTail(tail: NonNullable<SheetReview['tail']>): { lines: number; undo: () => void } {
    const whole = this.text.markdown;
    const lines = writtenLines(whole, tail.first_line);
    this.text.markdown = cutBefore(whole, tail.first_line);
    const rest = whole.slice(this.text.markdown.trimEnd().length);
    return { lines, undo: () => (this.text.markdown = this.text.markdown.trimEnd() + rest) };
  }

  /** Null when there is something to answer first: field problems or another version. */
  async keep(draft: () => Promise<string | null>): Promise<SheetView | null> {
    if (this.#underWay) return null;
    this.#underWay = true;
    try {
      this.problems.clear();
      const version = this.theirs?.version ?? this.#version;
      const text = this.theirs ? this.#chosen(this.theirs.text) : $state.snapshot(this.text);
      return await core.handoutsKeep({ id: this.id, version, text, draft: await draft() });
    } catch (thrown) {
      if (this.problems.take(thrown)) {
        if (this.theirs) this.#settle(this.theirs);
        return null;
      }
      if (refusedWith(thrown, 'no_picture')) {
        if (this.theirs) this.#settle(this.theirs);
        this.problems.say('markdown', sayFailure(thrown));
        return null;
      }
      if (!refusedWith(thrown, 'stale') || this.id === null) throw thrown;
      await this.#compare(this.id);
      return null;
    } finally {
      this.#underWay = false;
    }
  }

  async #compare(id: string): Promise<void> {
    const theirs = await core.handoutsOpen({ id });
    this.choices = Object.fromEntries(this.#differing(theirs.text).map((field) => [field, 'mine' as const]));
    this.theirs = theirs;
  }

  #differing(theirs: SheetText): (keyof SheetText)[] {
    return fields.filter((field) => this.text[field] !== theirs[field]);
  }

  #chosen(theirs: SheetText): SheetText {
    const mine = $state.snapshot(this.text);
    const kept = fields.filter((field) => this.choices[field] === 'mine');
    return { ...theirs, ...Object.fromEntries(kept.map((field) => [field, mine[field]])) };
  }

  #settle(theirs: SheetView): void {
    this.text = this.#chosen(theirs.text);
    this.#version = theirs.version;
    this.theirs = null;
  }
}

function label(field: keyof SheetText): string {
  const say = words.handouts.editor;
  return field === 'markdown' ? say.text : say[field];
}

function shown(text: SheetText, field: keyof SheetText): string {
  if (field === 'language') return languageName(text.language);
  if (field === 'written' && /^\d{4}-\d{2}-\d{2}$/.test(text.written)) return longDate(text.written);
  return text[field];
}
