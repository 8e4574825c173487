// The notes of a practice with a memory: signed once, then only added to.
import type { NoteText, NoteView, Pinned, PinView, PinWords, TimelineEntry } from '../src/ipc/bindings';
import { refuse, type Answers } from './fake-core';
import { pointOf } from './points';
import { ines } from './willow-lane';

/** What the notes need to know of the practice they belong to. */
export type Around = {
  id: (kind: string) => string;
  tick: () => number;
  record: (client: string, entry: TimelineEntry) => void;
  forgetDraft: (id: string | null) => unknown;
  changed: () => void;
};

export class SignedNotes {
  all = new Map<string, NoteView>();
  pins: PinView[] = [];
  #down = new Map<string, PinView>();
  /** What signing wants first; null while it was given a moment ago. */
  passphrase: string | null = null;

  constructor(private around: Around) {}

  sign(client: string, note: NoteText): NoteView {
    const at = this.around.tick();
    const view: NoteView = {
      ...note,
      id: this.around.id('note'),
      client,
      points: note.points.map((point) => {
        const { pinyin, hanzi, english } = pointOf(point.code);
        return { ...point, pinyin, hanzi, english };
      }),
      signed_at: at,
      signed_by: ines.name,
      credentials: ines.credentials,
      registration: '',
      fingerprint: '3f2a 9c01 77be d4e8',
      seal: 'verified',
      addenda: [],
    };
    this.all.set(view.id, view);
    this.around.record(client, {
      kind: 'note_signed',
      id: view.id,
      at,
      by: ines.name,
      visit_date: note.visit_date,
      points: note.points.map(({ code }) => code),
      summary: (note.assessment || note.subjective).split('\n')[0]?.slice(0, 120) ?? '',
      addenda: 0,
      visit: null,
    });
    return view;
  }

  add(note: string, text: string): NoteView {
    const view = this.one(note);
    const { signed_by, credentials } = view;
    const at = this.around.tick();
    const addendum = { id: this.around.id('addendum'), text, at, by: signed_by, credentials };
    const added = { ...view, addenda: [...view.addenda, { ...addendum, seal: 'verified' as const }] };
    this.all.set(note, added);
    return added;
  }

  one(id: string): NoteView {
    return this.all.get(id) ?? refuse({ code: 'not_found' });
  }

  answers(): Answers {
    return {
      notesSign: ({ client, note, draft }) => {
        check(note);
        this.#prove();
        this.around.forgetDraft(draft);
        return this.sign(client, note);
      },
      notesAddAddendum: ({ note, text, draft }) => {
        if (!text.trim()) required('text');
        this.#prove();
        this.around.forgetDraft(draft);
        return this.add(note, text);
      },
      notesPins: ({ id }) => this.pins.filter(({ note }) => this.one(note).client === id),
      notesPin: (words) => this.#pin(words),
      notesPinAgain: ({ id }) => {
        const down = this.#down.get(id) ?? refuse({ code: 'not_found' });
        this.pins = [...this.pins, down];
        this.around.changed();
        return null;
      },
      notesUnpin: ({ id }) => {
        const down = this.pins.find((pin) => pin.id === id) ?? refuse({ code: 'not_found' });
        this.#down.set(id, down);
        this.pins = this.pins.filter((pin) => pin.id !== id);
        this.around.changed();
        return null;
      },
      notesOpen: ({ id }) => this.one(id),
      notesLast: ({ id }) => [...this.all.values()].filter((note) => note.client === id).at(-1) ?? null,
      notesSavePdf: ({ id }) => ({ file_name: `Note ${this.one(id).visit_date}.pdf` }),
      notesPrint: ({ id }) => (this.one(id), { outcome: 'sent' }),
      sessionProve: ({ passphrase }) => {
        if (passphrase !== this.passphrase) refuse({ code: 'wrong_passphrase', wait_seconds: 0 });
        this.passphrase = null;
        return null;
      },
    };
  }

  #pin({ note, from, text }: PinWords): Pinned {
    const there = this.pins.find((pin) => pin.note === note && pin.text === text);
    if (there) return { pin: there, already: true };
    const { visit_date, signed_by } = this.one(note);
    const pin: PinView = {
      id: this.around.id('pin'),
      note,
      from,
      text,
      visit_date,
      signed_by,
      pinned_at: this.around.tick(),
      pinned_by: ines.name,
      addenda_since: 0,
      seal: 'verified',
    };
    this.pins = [...this.pins, pin];
    this.around.changed();
    return { pin, already: false };
  }

  #prove(): void {
    if (this.passphrase !== null) refuse({ code: 'proof_needed' });
  }
}

function check(note: NoteText): void {
  const { subjective, objective, assessment, plan, points } = note;
  if (!points.length && ![subjective, objective, assessment, plan].join('').trim()) required('note');
  const missing = points.findIndex(({ needles }) => needles === 0);
  if (missing >= 0) {
    const path = `points.${missing}.needles`;
    refuse({ code: 'invalid', fields: [{ path, problem: 'unknown_value', limit: null }] });
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(note.visit_date)) {
    refuse({ code: 'invalid', fields: [{ path: 'visit_date', problem: 'not_a_date', limit: null }] });
  }
}

function required(path: string): never {
  refuse({ code: 'invalid', fields: [{ path, problem: 'required', limit: null }] });
}
