// Turns refusals, which are facts, into sentences: the only place that does.
import type { CommandError, FieldError } from '../ipc/bindings';
import { CommandFailure } from '../ipc/call';
import { words } from '.';

/** What is wrong with one field, in words. */
export function sayField({ problem, limit }: FieldError): string {
  return words.common.fields[problem](limit);
}

/** Why something did not work. Null when the shell has answered already: locking replaces the page. */
export function sayFailure(thrown: unknown): string | null {
  if (!(thrown instanceof CommandFailure)) return words.common.failures.lost;
  return sayError(thrown.error);
}

function sayError(error: CommandError): string | null {
  const say = words.common.failures;
  switch (error.code) {
    case 'locked':
      return null;
    case 'no_glyph':
      return say.no_glyph(error.characters.map((missing) => missing.name));
    case 'no_picture':
      return say.no_picture(error.names);
    case 'unusable_picture':
      return say.unusable_picture[error.reason];
    case 'device_key_needed':
    case 'keyring':
      return say[error.code][error.situation];
    case 'stays_merged':
      return words.merging.hindrance[error.reason];
    case 'unreadable_file':
      return say.unreadable_file[error.reason];
    case 'copy':
      return say.copy[error.reason];
    case 'unexpected':
      return say.unexpected(error.reference);
    default:
      return say[error.code];
  }
}

/** The problems of one form by field path. Typing in a field takes its problem away. */
export class Problems {
  #fields = $state.raw<FieldError[]>([]);
  /** What is wrong with one field beyond what a form checks. */
  #said = $state.raw<{ path: string; sentence: string } | null>(null);

  /** The sentence for the field at this path, as `Field` wants it. */
  at(path: string): string | null {
    if (this.#said?.path === path) return this.#said.sentence;
    const found = this.#fields.find((field) => field.path === path);
    return found ? sayField(found) : null;
  }

  /** Whether the field at this path has this problem. */
  has(path: string, problem: FieldError['problem']): boolean {
    return this.#fields.some((field) => field.path === path && field.problem === problem);
  }

  get any(): boolean {
    return this.#fields.length > 0 || this.#said !== null;
  }

  /** Says at a field why it was refused, where the reason is no field error. */
  say(path: string, sentence: string | null): void {
    this.#said = sentence === null ? null : { path, sentence };
  }

  /** Everything to correct, in the order the core named it. */
  get found(): readonly FieldError[] {
    return this.#fields;
  }

  /** Paths in the order the core named them; the first is where the focus goes. */
  get paths(): string[] {
    return this.#fields.map((field) => field.path);
  }

  /** Keeps the field errors of a refusal; false when it was refused for another reason. */
  take(thrown: unknown): boolean {
    if (!(thrown instanceof CommandFailure) || thrown.error.code !== 'invalid') return false;
    this.#fields = thrown.error.fields;
    return true;
  }

  clear(path?: string): void {
    if (path === undefined || this.#said?.path === path) this.#said = null;
    this.#fields = path === undefined ? [] : this.#fields.filter((field) => field.path !== path);
  }
}
