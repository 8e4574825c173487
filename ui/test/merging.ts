// Records that become one and two again, from memory: the other record is put aside whole.
import type {
  Alike,
  ClientView,
  ComparedRecord,
  HealthView,
  MergedRecord,
  TimelineEntry,
} from '../src/ipc/bindings';
import { rowOf } from './client-row';
import { refuse, type Answers } from './fake-core';
import { NOW } from './willow-lane';
import type { WorkingPractice } from './working-practice';

type Pair = { one: string; other: string; alike: Alike[] };
type Merge = { record: MergedRecord; kept: ClientView; gone: ClientView; timeline: TimelineEntry[] };

export class Twins {
  pairs: Pair[] = [];
  /** Of whom somebody said that they are two people. */
  apart: Pair[] = [];
  /** What belongs to a record beyond what its timeline tells. */
  attached: Record<string, Partial<ComparedRecord['attached']>> = {};
  typing: Record<string, string[]> = {};
  recalls: Record<string, ComparedRecord['recall']> = {};
  health: Record<string, HealthView> = {};
  /** Whoever sits there does not read health histories. */
  atDesk = false;

  private merges = new Map<string, Merge>();

  constructor(private readonly practice: WorkingPractice) {}

  answers(): Answers {
    return {
      clientsLikelyTwins: () => {
        const here = this.pairs.filter(({ one, other }) => this.now(one) !== this.now(other));
        const pairs = here.map(({ one, other, alike }) => ({
          one: rowOf(this.client(one)),
          other: rowOf(this.client(other)),
          alike,
        }));
        const apart = this.apart.map(({ one, other, alike }) => ({
          one: rowOf(this.client(one)),
          other: rowOf(this.client(other)),
          alike,
        }));
        return { pairs, total: pairs.length, apart };
      },
      clientsTellApart: ({ one, other }) => this.tell(one, other, true),
      clientsTakeBackApart: ({ one, other }) => this.tell(one, other, false),
      clientsCompare: ({ one, other }) => {
        if (this.now(one) === this.now(other)) refuse({ code: 'not_found' });
        return [this.compared(this.now(one)), this.compared(this.now(other))];
      },
      clientsMerge: ({ kept, gone, client, health }) => {
        if (kept.health_version && gone.health_version && !health) {
          refuse({ code: 'invalid', fields: [{ path: 'health', problem: 'required', limit: null }] });
        }
        const [before, other] = [this.client(kept.id), this.client(gone.id)];
        for (const [record, stored] of [
          [kept, before],
          [gone, other],
        ] as const) {
          if (record.version !== stored.version) {
            refuse({ code: 'stale', id: stored.id, version: stored.version });
          }
        }
        if (client.given_name === '' && client.family_name === '') {
          refuse({ code: 'invalid', fields: [{ path: 'given_name', problem: 'required', limit: null }] });
        }
        const id = `merge-${this.merges.size + 1}`;
        const record: MergedRecord = {
          id,
          at: NOW,
          by: 'Ines Marlow',
          number: other.number,
          name: other.name,
          hindrance: null,
        };
        const timeline = this.practice.timelines.get(other.id) ?? [];
        this.merges.set(id, { record, kept: before, gone: other, timeline });
        this.practice.clients.delete(other.id);
        const view = this.practice.change(before.id, client);
        this.practice.timelines.get(before.id)?.push({ kind: 'merged', id, at: record.at, record });
        this.practice.changed('clients');
        return { merge: id, client: view };
      },
      clientsUnmerge: ({ id }) => {
        const merge = this.merges.get(id) ?? refuse({ code: 'not_found' });
        if (merge.record.hindrance) refuse({ code: 'stays_merged', reason: merge.record.hindrance });
        this.merges.delete(id);
        const entries = this.practice.timelines.get(merge.kept.id) ?? [];
        this.practice.timelines.set(
          merge.kept.id,
          entries.filter((entry) => entry.kind !== 'merged' || entry.id !== id),
        );
        this.practice.clients.set(merge.gone.id, merge.gone);
        const kept = this.practice.change(merge.kept.id, merge.kept.client);
        return { kept, gone: merge.gone };
      },
    };
  }

  /** The record in which somebody is found today. */
  now(id: string): string {
    const merge = [...this.merges.values()].find(({ gone }) => gone.id === id);
    return merge ? merge.kept.id : id;
  }

  private client(id: string): ClientView {
    return this.practice.clients.get(this.now(id)) ?? refuse({ code: 'not_found' });
  }

  private tell(one: string, other: string, apart: boolean): null {
    const same = (pair: { one: string; other: string }) =>
      [pair.one, pair.other].sort().join() === [one, other].sort().join();
    const [from, to] = apart ? (['pairs', 'apart'] as const) : (['apart', 'pairs'] as const);
    const meant = this[from].filter(same);
    this[from] = this[from].filter((pair) => !same(pair));
    this[to] = [...this[to], ...(meant.length ? meant : [{ one, other, alike: ['name' as const] }])];
    this.practice.changed('clients');
    return null;
  }

  private compared(id: string): ComparedRecord {
    const health = this.health[id];
    return {
      client: this.client(id),
      attached: {
        bookings: 0,
        sheets: 0,
        correspondence: 0,
        files: 0,
        alerts: 0,
        ...this.attached[id],
        notes: this.atDesk ? null : (this.attached[id]?.notes ?? 0),
      },
      recall: this.recalls[id] ?? { ask: 'when_lapsed', due: '', note: '', version: null },
      health_version: health?.version ?? 0,
      health: this.atDesk ? null : (health ?? null),
      typing: this.typing[id] ?? [],
    };
  }
}
