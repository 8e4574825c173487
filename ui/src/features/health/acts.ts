// What is done with a health history in one click, each with its undo.
import type { HealthHistory, HealthView, PregnancyState } from '../../ipc/bindings';
import { core } from '../../ipc/call';
import { words } from '../../messages';
import { toast } from '../../shared/toasts.svelte';

const say = words.health;

/** It was gone through, and nothing changed. */
export async function reviewed({ client, version, reviewed: before }: HealthView): Promise<void> {
  const { reviewed: review } = await core.healthReview({ client, version });
  // Said by somebody else a moment ago, it stands as they said it.
  if (!review || review.id === before?.id) return;
  toast(say.unchangedSaid, () => core.healthTakeReviewBack({ client, id: review.id }));
}

/** A pregnancy stands otherwise. Since when, and how it came to that, is not asked. */
export async function pregnancyIs(view: HealthView, state: PregnancyState): Promise<void> {
  const { client, version } = view;
  const note = view.history.pregnancy?.note ?? '';
  const history: HealthHistory = { ...view.history, pregnancy: { state, since: '', due: '', note } };
  const after = await core.healthKeep({ client, version, history, reviewed: false, draft: null });
  toast(say.stateSaid, () => core.healthTakeBack({ client, version: after.version }));
}
