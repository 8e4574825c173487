// A health history that is typed and not saved: kept like every other form, one draft for each person.
import { readBody } from '../features/drafts/read-body';
import { Draft } from '../features/drafts/draft.svelte';
import { EditingHealth, type HealthEdit } from '../features/health/editing-health.svelte';
import { emptyHistory } from '../features/health/history';
import type { DraftRow, DraftView, HealthHistory, HealthView } from '../ipc/bindings';
import { core } from '../ipc/call';
import { localDate } from '../shared/local-date';

export type WritingHealth = { editing: EditingHealth; draft: Draft<HealthEdit> };

/** What was typed about this person and never saved. */
export function healthDraft(drafts: readonly DraftRow[], client: string): DraftRow | null {
  return drafts.find(({ kind, subject }) => kind === 'health_history' && subject === client) ?? null;
}

let leaving: Promise<unknown> = Promise.resolve();

/** A form was left and may still be keeping what was typed: the next one waits for that. */
export function leavingHealth(kept: Promise<unknown>): void {
  leaving = kept.catch(() => undefined);
}

/** The form for a history, with what was typed into it before. */
export async function writingHealth(view: HealthView, name: string): Promise<WritingHealth> {
  await leaving;
  const row = healthDraft(await core.draftsList(), view.client);
  const found = row && (await core.draftsRead({ id: row.id }));
  const editing = new EditingHealth(view, found && readEdit(found));
  const draft = new Draft<HealthEdit>(
    { kind: 'health_history', subject: view.client, label: () => name, body: () => editing.edit },
    found,
  );
  return { editing, draft };
}

function readEdit({ body, saved_at }: DraftView): HealthEdit {
  const empty: HealthEdit = { version: 0, before: emptyHistory(), history: emptyHistory(), reviewed: false };
  const edit = readBody(body, empty);
  return {
    ...edit,
    before: readHistory(edit.before),
    history: readHistory(edit.history),
    // What was gone through on another day was not gone through today.
    reviewed: edit.reviewed && localDate(saved_at) === localDate(),
  };
}

function readHistory(history: HealthHistory): HealthHistory {
  return readBody(JSON.stringify(history), emptyHistory());
}
