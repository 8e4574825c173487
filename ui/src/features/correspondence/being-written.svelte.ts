// An entry being typed: a new one, or other words for one that stands.
import type { CorrespondenceInput, CorrespondenceView } from '../../ipc/bindings';
import { localDate } from '../../shared/local-date';

/** As it lies in a draft. */
export type CorrespondenceTyped = CorrespondenceInput & {
  /** The entry that is changed; null for a new one. */
  id: string | null;
  /** The version it was typed over. */
  version: number | null;
};

export class BeingWritten {
  typed: CorrespondenceTyped = $state({
    id: null,
    version: null,
    kind: 'phone_call',
    day: localDate(),
    text: '',
    clinical: false,
    follow_up: '',
  });

  /** What the entry says that this goes over; null for a new one. */
  before: CorrespondenceInput | null = null;

  /** `clinical`: what a new entry is, for whoever treats. */
  constructor(of: CorrespondenceView | { clinical: boolean } | CorrespondenceTyped) {
    if ('entry' in of) {
      this.before = of.entry;
      Object.assign(this.typed, of.entry, { id: of.id, version: of.version });
    } else Object.assign(this.typed, of);
  }

  /** Goes over what somebody else made of the entry meanwhile, once that was shown. */
  over({ version, entry }: CorrespondenceView): void {
    this.typed.version = version;
    this.before = entry;
  }

  get entry(): CorrespondenceInput {
    const { kind, day, text, clinical, follow_up } = this.typed;
    return { kind, day, text, clinical, follow_up };
  }
}
