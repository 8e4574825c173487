// Records that are put away, held, due and erased, and the rules of how long they are kept, from memory.
import type {
  ClientView,
  ErasurePlan,
  Hold,
  InUse,
  KeepRule,
  Keeping as KeepingView,
  LyingClient,
  LetterOf,
  RecordPlace,
  RetentionRule,
} from '../src/ipc/bindings';
import { localDate } from '../src/shared/local-date';
import { rowOf } from './client-row';
import { refuse, type Answers } from './fake-core';
import { tinyPdf } from './tiny-pdf';
import { NOW, ines } from './willow-lane';
import type { WorkingPractice } from './working-practice';

function rule(
  id: string,
  name: string,
  years: number,
  child_until: number | null,
  source: string,
  doubt: string,
): RetentionRule {
  return {
    id,
    name,
    years,
    child_until,
    source,
    doubt,
    version: 1,
    counted_from: 'last_entry',
    in_force: false,
    checked_at: null,
    checked_by: null,
  };
}

export class Keeping {
  rules: RetentionRule[] = [
    rule(
      'au',
      'Australia, Chinese Medicine Board',
      7,
      25,
      'CMBA health record guideline, in force from 1 January 2026',
      'The age of 25 for children is the rule in Victoria, New South Wales and the ACT.',
    ),
    rule('fl', 'Florida', 5, null, 'Florida Administrative Code 64B1-10.001', ''),
    rule(
      'ny',
      'New York',
      6,
      19,
      '',
      'Six years, and for minors one year past their majority, are what is generally known; the text of the law was not read.',
    ),
    rule(
      'tx',
      'Texas',
      5,
      21,
      '22 Texas Administrative Code §184.25, 9 January 2025',
      'Read in one copy of the rule only.',
    ),
    rule(
      'uk',
      'United Kingdom, British Acupuncture Council',
      7,
      25,
      'What members of the BAcC state in their privacy notices',
      'Members state seven years, others eight; the exact period in the codes was not found.',
    ),
  ];
  /** What a rule that was changed said before, and each rule that was removed. */
  private said: Record<string, RetentionRule> = {};
  holds: Record<string, Hold[]> = {};
  /** Holds that were lifted, with whose record they held. */
  lifted: Record<string, { client: string; hold: Hold }> = {};
  /** Somebody who does not decide about holding is at the keyboard, and reads no reason. */
  atDesk = false;
  /** The last entry of whoever has one, ISO. */
  entries: Record<string, string> = {};
  /** What is left to do with somebody. */
  unfinished: Record<string, InUse[]> = {};
  /** Whose record need not be kept any more. */
  over: string[] = [];
  /** How often somebody proved who they are; erasing asks once. */
  proved = true;
  /** Draws the letter; pictures for looking put a real one here. */
  letter: () => ArrayBuffer = () => tinyPdf(['Your request to erase a record']);

  private next = 1;

  constructor(private readonly practice: WorkingPractice) {}

  /** Lays a record somewhere, as somebody did a while ago. */
  lay(id: string, place: RecordPlace | null, at = NOW, by = ines.name): void {
    const view = this.client(id);
    this.practice.clients.set(id, { ...view, put_away: place && { place, at, by } });
  }

  /** What lies there. */
  lying(place: RecordPlace): LyingClient[] {
    return [...this.practice.clients.values()].flatMap((view) =>
      view.put_away?.place === place ? [{ client: rowOf(view), put_away: view.put_away }] : [],
    );
  }

  /** Puts a rule in force. */
  goBy(id: string | null): RetentionRule[] {
    this.rules = this.rules.map((rule) => ({ ...rule, in_force: rule.id === id }));
    return this.rules;
  }

  answers(): Answers {
    return {
      clientsPutAway: ({ ids, place }) => {
        const stays = (id: string) => [
          ...(this.unfinished[id] ?? []),
          ...(place === 'trash' && this.entries[id] ? (['written'] as const) : []),
          ...(place === 'trash' && this.holds[id]?.length ? (['held'] as const) : []),
        ];
        const wanted = ids.filter((id) => this.client(id).put_away?.place !== place);
        const done = wanted.filter((id) => !stays(id).length);
        for (const id of done) this.lay(id, place);
        this.practice.changed('clients');
        const stayed = wanted.filter((id) => stays(id).length);
        return {
          ids: done,
          stayed: stayed.map((id) => ({ id, name: this.client(id).name, why: stays(id) })),
        };
      },
      clientsTakeOut: ({ ids }) => {
        for (const id of ids) this.lay(id, null);
        this.practice.changed('clients');
        return null;
      },
      clientsLying: ({ place }) => {
        const rows = this.lying(place);
        return { rows, total: rows.length };
      },
      retentionRules: () => this.rules,
      retentionKeepRule: (input) => this.keepRule(input),
      retentionTakeRuleBack: ({ id, version }) => {
        const now = this.rules.find((rule) => rule.id === id) ?? refuse({ code: 'not_found' });
        if (now.version !== version) refuse({ code: 'stale', id, version: now.version });
        const before = this.said[id];
        return this.withRule(id, before && { ...before, version: version + 1, in_force: now.in_force });
      },
      retentionRemoveRule: ({ id }) => {
        this.said[id] = this.rules.find((rule) => rule.id === id) ?? refuse({ code: 'not_found' });
        return this.withRule(id);
      },
      retentionPutRuleBack: ({ id }) => this.withRule(id, { ...this.said[id]!, in_force: false }),
      retentionGoBy: ({ id }) => {
        this.goBy(id);
        this.practice.changed('settings', 'clients');
        return this.rules;
      },
      retentionKeeping: ({ id }) => this.kept(id),
      retentionDue: () => {
        const rule = this.inForce();
        const due = rule ? this.over.filter((id) => this.practice.clients.has(id)) : [];
        const free = due.filter((id) => !this.holds[id]?.length);
        const rows = free.map((id) => ({
          client: rowOf(this.client(id)),
          last_entry: this.entries[id] ?? '2019-03-04',
          until: this.kept(id).until ?? '2024-03-04',
          age_unknown: this.kept(id).age_unknown,
        }));
        return { rule, rows, total: rows.length, held: due.length - free.length };
      },
      retentionHold: ({ client, reason }) => {
        if (!reason.trim())
          refuse({ code: 'invalid', fields: [{ path: 'reason', problem: 'required', limit: null }] });
        const id = `hold-${this.next++}`;
        this.holds[client] = [...(this.holds[client] ?? []), { id, reason, at: NOW, by: ines.name }];
        this.practice.changed('clients');
        return id;
      },
      retentionLift: ({ id }) => this.lift(id),
      retentionHoldAgain: ({ id }) => {
        const { client, hold } = this.lifted[id] ?? refuse({ code: 'not_found' });
        this.holds[client] = [...(this.holds[client] ?? []), hold];
        this.practice.changed('clients');
        return null;
      },
      erasurePlan: ({ id }) => this.plan(id),
      erasureLetter: (letter) => {
        this.checkLetter(letter);
        return this.letter();
      },
      erasureSaveLetter: (letter) => {
        this.checkLetter(letter);
        return { file_name: 'Letter about a record 2026-05-12.pdf' };
      },
      erasurePrintLetter: (letter) => {
        this.checkLetter(letter);
        return { outcome: 'sent' as const };
      },
      erasureErase: ({ client, version, reach, asked }) => {
        this.checkAsked(asked.by, asked.on);
        if (!this.proved) {
          this.proved = true;
          refuse({ code: 'proof_needed' });
        }
        const plan = this.plan(client);
        if (plan.version !== version || plan.reach !== reach)
          refuse({ code: 'stale', id: client, version: plan.version });
        if (reach === 'whole') {
          this.practice.clients.delete(client);
          this.practice.timelines.delete(client);
        } else this.lay(client, 'kept');
        this.practice.changed('clients');
        return null;
      },
    };
  }

  private plan(id: string): ErasurePlan {
    const view = this.client(id);
    const keeping = this.kept(id);
    const entries = keeping.last_entry ? 1 : 0;
    return {
      client: rowOf(view),
      version: view.version,
      minor: view.minor,
      guardians: view.client.relations.filter(({ guardian }) => guardian).map(({ name }) => name),
      reach: keeping.holds.length ? 'nothing' : keeping.last_entry && !keeping.due ? 'part' : 'whole',
      keeping,
      unfinished: this.unfinished[id] ?? [],
      rule_missing: !keeping.rule && keeping.last_entry !== null,
      kept: {
        notes: entries * 3,
        visits: entries * 4,
        health: entries > 0,
        alerts: 0,
        correspondence: 0,
        files: 0,
        sheets: entries,
        unsigned: 0,
      },
      named_by: view.named_by.length,
      only_kept: view.put_away?.place === 'kept',
      erased_on: view.put_away?.place === 'kept' ? localDate(view.put_away.at) : null,
    };
  }

  private kept(id: string): KeepingView {
    const rule = this.inForce();
    const last_entry = this.entries[id] ?? null;
    const until =
      rule && last_entry ? `${Number(last_entry.slice(0, 4)) + rule.years}${last_entry.slice(4)}` : null;
    return {
      rule,
      last_entry,
      last_visit: last_entry,
      until,
      due: this.over.includes(id),
      as_child: false,
      age_unknown: Boolean(rule?.child_until) && !this.client(id).client.birth_date,
      holds: (this.holds[id] ?? []).map((hold) => (this.atDesk ? { ...hold, reason: null } : hold)),
    };
  }

  private keepRule(input: KeepRule): RetentionRule[] {
    const fields = [
      ...(input.name.trim() ? [] : [{ path: 'name', problem: 'required' as const, limit: null }]),
      ...(input.years >= 1 ? [] : [{ path: 'years', problem: 'not_a_number' as const, limit: null }]),
      ...(input.child_until === 0
        ? [{ path: 'child_until', problem: 'not_a_number' as const, limit: null }]
        : []),
      ...(this.rules.some(({ id, name }) => id !== input.id && name === input.name)
        ? [{ path: 'name', problem: 'name_taken' as const, limit: null }]
        : []),
    ];
    if (fields.length) refuse({ code: 'invalid', fields });
    const old = this.rules.find(({ id }) => id === input.id);
    if (input.id && old?.version !== input.version)
      refuse({ code: 'stale', id: input.id, version: old?.version ?? 0 });
    const kept: RetentionRule = {
      ...input,
      id: input.id ?? `rule-${this.next++}`,
      version: (old?.version ?? 0) + 1,
      in_force: old?.in_force ?? false,
      checked_at: NOW,
      checked_by: ines.name,
    };
    if (old) this.said[old.id] = old;
    return this.withRule(kept.id, kept);
  }

  /** This rule instead of what it was, or without it. */
  private withRule(id: string, rule?: RetentionRule): RetentionRule[] {
    const others = this.rules.filter((other) => other.id !== id);
    this.rules = [...others, ...(rule ? [rule] : [])].sort((a, b) => a.name.localeCompare(b.name));
    this.practice.changed('settings', 'clients');
    return this.rules;
  }

  private lift(id: string): null {
    for (const client of Object.keys(this.holds)) {
      for (const hold of this.holds[client] ?? []) {
        if (hold.id === id) this.lifted[id] = { client, hold };
      }
      this.holds[client] = (this.holds[client] ?? []).filter((hold) => hold.id !== id);
    }
    this.practice.changed('clients');
    return null;
  }

  private checkLetter({ asked, to }: LetterOf): void {
    this.checkAsked(asked.by, asked.on);
    if (!to.trim()) refuse({ code: 'invalid', fields: [{ path: 'to', problem: 'required', limit: null }] });
  }

  private checkAsked(by: string, on: string): void {
    if (by !== 'nobody' && !on)
      refuse({ code: 'invalid', fields: [{ path: 'asked.on', problem: 'required', limit: null }] });
  }

  private inForce(): RetentionRule | null {
    return this.rules.find(({ in_force }) => in_force) ?? null;
  }

  private client(id: string): ClientView {
    const view = this.practice.clients.get(id);
    if (!view) refuse({ code: 'not_found' });
    return view;
  }
}
