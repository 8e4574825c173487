// The entries that were asked for, newest first, page after page.
import type { AuditEntryView, AuditFilter, NamedPerson } from '../../ipc/bindings';
import { core } from '../../ipc/call';

export class AuditLog {
  /** Undefined until the first answer. */
  entries = $state.raw<AuditEntryView[]>();
  people = $state.raw<NamedPerson[]>([]);
  more = $state(false);
  loading = $state(false);
  failure = $state.raw<unknown>(null);

  #filter: AuditFilter = { client: null, person: null, kind: null, from: null, to: null };
  #turn = 0;

  /** Asks for the newest; an older answer that arrives later is dropped. */
  ask(filter: AuditFilter): Promise<void> {
    this.#filter = filter;
    return this.#page(null);
  }

  /** The same question once more. */
  again(): Promise<void> {
    return this.#page(null);
  }

  /** Goes on where the last page ended. */
  async further(): Promise<void> {
    const last = this.entries?.at(-1);
    if (this.more && !this.loading && last) await this.#page(last.seq);
  }

  async #page(before: number | null): Promise<void> {
    const turn = ++this.#turn;
    this.loading = true;
    try {
      const page = await core.auditRead({ ...this.#filter, before });
      if (turn !== this.#turn) return;
      this.entries = before === null ? page.entries : [...(this.entries ?? []), ...page.entries];
      this.people = page.people;
      this.more = page.more;
      this.failure = null;
    } catch (thrown) {
      if (turn === this.#turn) this.failure = thrown;
    } finally {
      if (turn === this.#turn) this.loading = false;
    }
  }
}
