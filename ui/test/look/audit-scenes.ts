// The audit: a busy practice, a damaged one, one that takes its time, and what each looks like large.
import type { AuditVerdict, MachineSettings } from '../../src/ipc/bindings';
import { auditAnswers, trail, whole } from '../audit-trail';
import { refuse, type Answers } from '../fake-core';
import { machine, open, settings } from '../willow-lane';

function busy(more: Answers = {}, look: Partial<MachineSettings> = {}): Answers {
  return open({
    ...auditAnswers(trail(20)),
    settingsRead: () => ({ ...settings, machine: { ...machine, ...look } }),
    ...more,
  });
}

const checked = (verdict: Partial<AuditVerdict>) => busy({ auditVerify: () => ({ ...whole, ...verdict }) });

export const auditScenes: Record<string, () => Answers> = {
  audit: () => busy(),
  auditTouch: () => busy({}, { density: 'touch' }),
  auditLarge: () => busy({}, { text_percent: 200 }),
  auditBroken: () => checked({ entries: 412, first_bad: 413, checkpoints: 3 }),
  auditCut: () => checked({ entries: 412, first_bad: 413, bad_checkpoint: 460, anchor: 'older_than_anchor' }),
  auditResigned: () => checked({ bad_checkpoint: 7310, checkpoints: 12, anchor: 'differs' }),
  auditStrangeKey: () => checked({ strange_key: 'Jun Mori' }),
  auditSlow: () => busy({ auditVerify: () => new Promise(() => undefined) }),
  auditProof: () => busy({ auditExport: () => refuse({ code: 'proof_needed' }) }),
};
