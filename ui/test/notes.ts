// A visit on 5 May as it was signed, and the one after it while it is written.
import type { NoteText } from '../src/ipc/bindings';

export const shortNote: NoteText = {
  visit_date: '2026-05-05',
  subjective: 'Woke twice a night from the back. Pain 6.\nBending is freer than last week, sitting is not.',
  objective: 'Tongue pale red, swollen, teeth marks. Left guan wiry, both chi deep and weak. 76 bpm.',
  assessment: 'Kidney yang deficiency; qi and blood stagnation in the channels of the back.',
  plan: 'Knee rolls 8 to 10, mornings. Walk daily.',
  points: [
    { code: 'BL23', side: 'both', needles: 2 },
    { code: 'BL25', side: 'both', needles: 2 },
    { code: 'BL26', side: 'both', needles: 2 },
    { code: 'BL40', side: 'both', needles: 2 },
    { code: 'GB34', side: 'right', needles: 1 },
    { code: 'KI3', side: 'both', needles: 2 },
    { code: 'GV4', side: 'middle', needles: 1 },
  ],
};

export const longNote: NoteText = {
  visit_date: '2026-05-12',
  subjective:
    'Low back easier, slept through twice. Still stiff after sitting half an hour; stairs fine. Pain 4, worst in the evening.',
  objective:
    'Tongue pale, swollen, teeth marks; coat thin, white, moist.\nLeft guan less wiry, right soft; chi deep, weak. 72 bpm.',
  assessment: 'Kidney yang deficiency. Warm and tonify Kidney yang, move qi and blood in the back.',
  plan: '',
  points: [
    { code: 'BL23', side: 'both', needles: 2 },
    { code: 'BL25', side: 'both', needles: 2 },
    { code: 'BL40', side: 'right', needles: 1 },
    { code: 'GB34', side: 'right', needles: 1 },
    { code: 'KI3', side: 'both', needles: 2 },
    { code: 'GV4', side: 'middle', needles: 1 },
    { code: 'BL17', side: 'both', needles: 2 },
  ],
};
