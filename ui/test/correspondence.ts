// What passed with people without a visit, from memory: on their pages, and on Today once it is due.
import type { CorrespondenceView, EarlierWords } from '../src/ipc/bindings';
import { refuse, type Answers } from './fake-core';
import type { WorkingPractice } from './working-practice';

const TODAY = '2026-05-12';
const AT = Date.UTC(2026, 4, 12, 8, 50);

export class Correspondence {
  private held = new Map<string, CorrespondenceView>();

  constructor(private readonly practice: WorkingPractice) {}

  answers(): Answers {
    return {
      clientsOverview: async (input) => {
        const overview = await this.practice.answers().clientsOverview!(input);
        const theirs = [...this.held.values()].filter(({ client }) => client === input.id);
        const entries = theirs.map((view) => ({ kind: 'corresponded' as const, id: view.id, at: AT, view }));
        return { ...overview, timeline: [...entries.reverse(), ...overview.timeline] };
      },
      todayRead: async () => {
        const today = await this.practice.answers().todayRead!();
        const due = [...this.held.values()].filter(
          ({ entry, followed_up, struck }) =>
            entry.follow_up && entry.follow_up <= TODAY && !followed_up && struck === null,
        );
        return {
          ...today,
          follow_ups: due.map(({ id, version, client, entry }) => ({
            id,
            version,
            client,
            client_name: this.practice.clients.get(client)?.name ?? '',
            kind: entry.kind,
            text: entry.text.split('\n')[0] ?? '',
            due: entry.follow_up,
          })),
        };
      },
      correspondenceRead: ({ id }) => this.one(id),
      correspondenceKeep: ({ id, version, client, entry, draft }) => {
        if (!entry.text.trim()) {
          refuse({ code: 'invalid', fields: [{ path: 'text', problem: 'required', limit: null }] });
        }
        if (id !== null && this.one(id).version !== version) {
          refuse({ code: 'stale', id, version: this.one(id).version });
        }
        if (draft !== null) this.practice.drafts.delete(draft);
        if (id !== null) {
          const { entry: before, earlier } = this.one(id);
          const said: EarlierWords = {
            kind: before.kind,
            day: before.day,
            text: before.text,
            at: AT,
            by: 'Ines Marlow',
          };
          return this.put({ ...this.one(id), entry, earlier: [said, ...earlier] });
        }
        return this.put({
          id: `entry-${this.held.size + 1}`,
          version: 0,
          client,
          entry,
          followed_up: false,
          struck: null,
          made_at: AT,
          made_by: 'Ines Marlow',
          earlier: [],
        });
      },
      correspondenceStrike: ({ id, reason }) => this.put({ ...this.one(id), struck: reason }),
      correspondencePutBack: ({ id }) => this.put({ ...this.one(id), struck: null }),
      correspondenceFollowUp: ({ id, done }) => this.put({ ...this.one(id), followed_up: done }),
    };
  }

  all(): CorrespondenceView[] {
    return [...this.held.values()];
  }

  private one(id: string): CorrespondenceView {
    return this.held.get(id) ?? refuse({ code: 'not_found' });
  }

  put(view: CorrespondenceView): CorrespondenceView {
    const kept = { ...view, version: view.version + 1 };
    this.held.set(kept.id, kept);
    this.practice.changed('clients', 'drafts');
    return kept;
  }
}
