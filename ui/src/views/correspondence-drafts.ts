// A call or message that is typed and not saved: kept like every other form, one draft for each entry.
import { BeingWritten, type CorrespondenceTyped } from '../features/correspondence/being-written.svelte';
import { Draft } from '../features/drafts/draft.svelte';
import { readBody } from '../features/drafts/read-body';
import type { CorrespondenceView, DraftView } from '../ipc/bindings';
import { core } from '../ipc/call';

export type Writing = { being: BeingWritten; draft: Draft<CorrespondenceTyped> };

type About = { client: string; name: string };

/** The form for an entry, or for a new one, with what was typed into it before. */
export async function writing(
  about: About,
  of: CorrespondenceView | { clinical: boolean },
  draft?: string,
): Promise<Writing> {
  const begun = draft ? await resumed(draft) : await begunFor(about.client, 'entry' in of ? of.id : null);
  const being = begun?.being ?? new BeingWritten(of);
  const { id } = being.typed;
  if (id !== null) being.before ??= (await core.correspondenceRead({ id })).entry;
  return { being, draft: draftOf(about, being, begun?.found ?? null) };
}

function draftOf({ client, name }: About, being: BeingWritten, found: DraftView | null) {
  return new Draft<CorrespondenceTyped>(
    { kind: 'correspondence', subject: client, label: () => name, body: () => being.typed },
    found,
  );
}

async function begunFor(client: string, id: string | null) {
  for (const { kind, subject, id: draft } of await core.draftsList()) {
    if (kind !== 'correspondence' || subject !== client) continue;
    const begun = await resumed(draft);
    if (begun.being.typed.id === id) return begun;
  }
  return null;
}

async function resumed(draft: string): Promise<{ being: BeingWritten; found: DraftView }> {
  const found = await core.draftsRead({ id: draft });
  const empty = { ...new BeingWritten({ clinical: false }).typed };
  return { being: new BeingWritten(readBody(found.body, empty)), found };
}
