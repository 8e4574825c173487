// The health histories of people, from memory: each saving is kept, and who went through it when.
import type { HealthHistory, HealthLine, HealthView } from '../src/ipc/bindings';
import { refuse, type Answers } from './fake-core';
import type { WorkingPractice } from './working-practice';

const TODAY = '2026-05-12';

export function emptyHistory(): HealthHistory {
  const lists = { conditions: [], surgeries: [], medicines: [], allergies: [], none: [], flags: [] };
  return { ...lists, pregnancy: null, fertility: null, sport: null, other: '' };
}

export function line(what: string, more: Partial<HealthLine> = {}): HealthLine {
  return { what, detail: '', since: '', until: '', note: '', ...more };
}

/** Of somebody who was never asked. */
export function untold(client: string): HealthView {
  return {
    client,
    version: 0,
    history: emptyHistory(),
    saved: null,
    reviewed: null,
    savings: [],
    beside: [],
  };
}

type Saving = { history: HealthHistory; day: string; by: string };
type Review = { id: string; version: number; day: string; by: string };

export class Health {
  private savings = new Map<string, Saving[]>();
  private reviews = new Map<string, Review[]>();
  private next = 1;

  constructor(private readonly practice: WorkingPractice) {}

  /** Somebody saved it on a day, and went through it. */
  save(
    client: string,
    history: HealthHistory,
    { day = TODAY, by = 'Ines Marlow', reviewed = true } = {},
  ): void {
    const savings = [...(this.savings.get(client) ?? []), { history, day, by }];
    this.savings.set(client, savings);
    if (reviewed) this.review(client, day, by);
  }

  answers(): Answers {
    return {
      healthRead: ({ id }) => this.view(id),
      healthOnDay: ({ id, day }) => {
        if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) {
          refuse({ code: 'invalid', fields: [{ path: 'day', problem: 'not_a_date', limit: null }] });
        }
        return this.view(id, day);
      },
      healthKeep: ({ client, version, history, reviewed, draft }) => {
        this.seen(client, version);
        const wrong = history.conditions.findIndex(({ what, note }) => !what.trim() && note.trim());
        if (wrong >= 0) {
          const path = `conditions.${wrong}.what`;
          refuse({ code: 'invalid', fields: [{ path, problem: 'required', limit: null }] });
        }
        if (draft !== null) this.practice.drafts.delete(draft);
        const kept = (lines: HealthHistory['conditions']) => lines.filter(({ what }) => what.trim() !== '');
        const { conditions, surgeries, medicines, allergies } = history;
        const cleaned = {
          conditions: kept(conditions),
          surgeries: kept(surgeries),
          medicines: kept(medicines),
          allergies: kept(allergies),
        };
        this.save(client, { ...history, ...cleaned }, { reviewed });
        return this.changed(client);
      },
      healthTakeBack: ({ client, version }) => {
        this.seen(client, version);
        const before = this.savings.get(client)?.at(-2)?.history ?? emptyHistory();
        this.drop(client, (review) => review.version !== version);
        this.save(client, before, { reviewed: false });
        return this.changed(client);
      },
      healthReview: ({ client, version }) => {
        this.seen(client, version);
        this.review(client, TODAY, 'Ines Marlow');
        return this.changed(client);
      },
      healthTakeReviewBack: ({ client, id }) => {
        this.drop(client, (review) => review.id !== id);
        return this.changed(client);
      },
    };
  }

  private review(client: string, day: string, by: string) {
    const version = this.savings.get(client)?.length ?? 0;
    const reviews = this.reviews.get(client) ?? [];
    this.reviews.set(client, [...reviews, { id: `review-${this.next++}`, version, day, by }]);
  }

  private drop(client: string, keeps: (review: Review) => boolean) {
    this.reviews.set(client, (this.reviews.get(client) ?? []).filter(keeps));
  }

  private seen(client: string, version: number) {
    const now = this.savings.get(client)?.length ?? 0;
    if (version !== now) refuse({ code: 'stale', id: client, version: now });
  }

  private changed(client: string): HealthView {
    this.practice.changed('clients', 'drafts');
    return this.view(client);
  }

  private view(client: string, until = '9999'): HealthView {
    const savings = (this.savings.get(client) ?? []).filter(({ day }) => day <= until);
    const review = (this.reviews.get(client) ?? []).filter(({ day }) => day <= until).at(-1);
    const last = savings.at(-1);
    const version = savings.length;
    return {
      ...untold(client),
      version,
      history: last?.history ?? emptyHistory(),
      saved: last ? { day: last.day, by: last.by } : null,
      reviewed: review
        ? {
            id: review.id,
            day: review.day,
            by: review.by,
            today: review.day === TODAY && review.version === version,
          }
        : null,
      savings: [...new Set(savings.map(({ day }) => day))].reverse(),
    };
  }
}
