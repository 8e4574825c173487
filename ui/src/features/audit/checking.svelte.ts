// A walk along the whole audit: how far it has come, and what it found.
import type { AuditVerdict } from '../../ipc/bindings';
import { core } from '../../ipc/call';
import { onShell } from '../../ipc/events';

export class Checking {
  /** While it goes on; nothing done before the first step is said. */
  progress = $state.raw<{ done: number; of: number } | null>(null);
  verdict = $state.raw<AuditVerdict | null>(null);

  async run(): Promise<AuditVerdict> {
    this.verdict = null;
    this.progress = { done: 0, of: 0 };
    const stop = onShell('progress', (progress) => {
      if (this.progress) this.progress = progress;
    });
    try {
      return (this.verdict = await core.auditVerify());
    } finally {
      stop();
      this.progress = null;
    }
  }
}

/** Whether everything is as it was written. */
export function isWhole({ first_bad, bad_checkpoint, strange_key, anchor }: AuditVerdict): boolean {
  const fits = first_bad === null && bad_checkpoint === null && strange_key === null;
  return fits && (anchor === 'fits' || anchor === 'none');
}
