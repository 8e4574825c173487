// Putting a record away from wherever it is met.
import { putOneAway } from '../features/clients/put-away.svelte';
import type { RecordPlace } from '../ipc/bindings';
import { go, router } from '../main/router.svelte';
import { failed } from '../shared/toasts.svelte';

type Met = { id: string; name: string; put_away: RecordPlace | null };

export async function putRecordAway(record: Met, place: 'archive' | 'trash'): Promise<void> {
  try {
    const went = await putOneAway(record, place);
    const { route } = router;
    // It was made by mistake: whoever has it before them goes on at the list.
    if (went && place === 'trash' && route.screen === 'client' && route.id === record.id)
      go({ screen: 'clients' });
  } catch (thrown) {
    failed(thrown);
  }
}
