// A walk along the whole audit: how far it has come, and what it found.
import type { AuditVerdict } from '../../ipc/bindings';
import { core } from '../../ipc/call';
import { UnderWay } from '../../shared/under-way.svelte';

export class Checking {
  readonly walk = new UnderWay();
  verdict = $state.raw<AuditVerdict | null>(null);

  async run(): Promise<AuditVerdict> {
    this.verdict = null;
    return (this.verdict = await this.walk.run(() => core.auditVerify()));
  }
}

/** Whether everything is as it was written. */
export function isWhole({ first_bad, bad_checkpoint, strange_key, anchor }: AuditVerdict): boolean {
  const fits = first_bad === null && bad_checkpoint === null && strange_key === null;
  return fits && (anchor === 'fits' || anchor === 'none');
}
