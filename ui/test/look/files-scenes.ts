// Files of a client to look at: none, many of every kind and name, being added, refused, and compared.
import type { ClientFile, MachineSettings } from '../../src/ipc/bindings';
import { chinese, scan, standardLetters } from '../brought-pdfs';
import { refuse, type Answers } from '../fake-core';
import { margaret } from '../what-is-typed';
import { atKeyboard, machine, settings } from '../willow-lane';
import { WorkingPractice } from '../working-practice';

/** A photo as a phone takes it, more or less of a tongue; each number looks a little different. */
export async function photo(number: number, width: number, height: number): Promise<ArrayBuffer> {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (!pen) return new ArrayBuffer();
  const skin = pen.createLinearGradient(0, 0, width, height);
  skin.addColorStop(0, '#e9c3a8');
  skin.addColorStop(1, '#b98467');
  pen.fillStyle = skin;
  pen.fillRect(0, 0, width, height);
  const [x, y] = [width / 2, height * 0.52];
  pen.fillStyle = '#4a1f22';
  pen.beginPath();
  pen.ellipse(x, y - height * 0.1, width * 0.36, height * 0.3, 0, 0, 7);
  pen.fill();
  const tongue = pen.createRadialGradient(x, y - height * 0.05, 10, x, y, height * 0.4);
  tongue.addColorStop(0, `hsl(${40 - number * 6} 45% 86%)`);
  tongue.addColorStop(1, `hsl(${350 + number * 3} 48% ${62 - number * 2}%)`);
  pen.fillStyle = tongue;
  pen.beginPath();
  pen.ellipse(x, y, width * 0.25, height * 0.36, 0, 0, 7);
  pen.fill();
  pen.strokeStyle = 'rgb(120 40 50 / 0.5)';
  pen.lineWidth = 6 + number * 2;
  pen.beginPath();
  pen.moveTo(x, y - height * 0.15);
  pen.quadraticCurveTo(x + number * 6, y + height * 0.05, x, y + height * 0.25);
  pen.stroke();
  return (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer();
}

const long =
  'Consultation letter of the department of rehabilitation medicine about Margaret Oyelaran with all findings since the fall on the stairs, second corrected version.pdf';

type Named = Partial<ClientFile> & { name: string };
const many: Named[] = [
  { name: 'Tongue after six weeks.jpg', tags: ['Tongue'], day: '2026-05-12' },
  { name: 'MRI report lumbar spine.pdf', form: 'pdf', bytes: 812_000, tags: ['Reports'], day: '2026-04-22' },
  { name: long, form: 'pdf', bytes: 96_400_000, tags: ['Reports', 'Hospital'], day: '2026-04-20' },
  { name: '2026年4月 舌象 對比.jpg', tags: ['Tongue'], day: '2026-04-14' },
  { name: 'تقرير الأشعة السينية.pdf', form: 'pdf', bytes: 1_430_000, day: '2026-04-02', clinical: false },
  { name: 'IMG_4471.HEIC', form: 'heic', bytes: 3_100_000, day: '2026-04-01' },
  { name: 'Tongue before.jpg', tags: ['Tongue'], day: '2026-03-31' },
  { name: 'Back, standing.jpg', tags: ['Back'], day: '2025-11-03' },
  { name: 'letter to the insurer.docx', form: 'other', bytes: 38_000, day: '2025-10-30', clinical: false },
];

/** The record with these files. */
function scene(names: readonly Named[], more: Answers = {}, removed: readonly Named[] = []) {
  const practice = new WorkingPractice();
  const { id } = practice.register(margaret, 200);
  for (const file of [...names].reverse()) practice.files.add(id, { ...file });
  for (const file of removed) practice.files.add(id, { ...file, removed: true });
  const answers = practice.answers();
  const filesPicture: Answers['filesPicture'] = ({ id }) => {
    const number = Number(id.split('-')[1]);
    return photo(number, ...((number % 2 ? [900, 1200] : [1200, 900]) as [number, number]));
  };
  return {
    ...answers,
    filesPicture,
    filesPortrait: () => photo(3, 192, 192),
    ...more,
  };
}

const look = (more: Partial<MachineSettings>): Answers => ({
  settingsRead: () => ({ ...settings, machine: { ...machine, ...more } }),
});
const large = look({ text_percent: 200 });
const gone: Named[] = [{ name: 'another Margaret.jpg' }, { name: long, form: 'pdf', bytes: 96_400_000 }];

/** Files that are on their way, for as long as one looks. */
const onTheirWay: Answers = { filesChoose: () => new Promise(() => undefined) };
const notAdded: Answers = {
  filesChoose: () => [
    { name: 'tongue.jpg', outcome: 'added', id: 'file-1' },
    { name: 'Film of the gait, from the side and from behind.mov', outcome: 'too_large', id: null },
    { name: 'nothing.txt', outcome: 'empty', id: null },
    { name: 'صورة.jpg', outcome: 'unreadable', id: null },
    { name: 'last.jpg', outcome: 'stopped', id: null },
  ],
};
const someTags = ['Tongue', 'Back', 'Reports', 'Hospital', 'Knee', 'Rückenschmerzen im Alltag'];

export const filesScenes: Record<string, () => Answers> = {
  'files-none': () => scene([]),
  'files-many': () => scene(many),
  'files-large': () => scene(many, large),
  'files-touch': () => scene(many, look({ density: 'touch' })),
  'files-adding': () => scene(many, onTheirWay),
  'files-not-added': () => scene(many, notAdded),
  'files-removed': () => scene(many.slice(0, 3), {}, gone),
  'files-tags': () => scene(many.map((file, at) => ({ ...file, tags: someTags.slice(0, 1 + (at % 6)) }))),
  'files-read': () => scene(many, { sessionState: () => atKeyboard({ role: 'student' }) }),
  'files-stale': () => scene(many, { filesChange: ({ id }) => refuse({ code: 'stale', id, version: 2 }) }),
  'files-failed': () => scene([], { filesList: () => refuse({ code: 'unexpected', reference: 'a1b2c3' }) }),
  'files-letters': () => scene(many, { filesPdf: standardLetters }),
  'files-chinese': () => scene(many, { filesPdf: chinese }),
  'files-scan': () => scene(many, { filesPdf: scan.jpeg2000 }),
  'files-fax': () => scene(many, { filesPdf: scan.jbig2 }),
  'files-misnamed': () => scene([{ name: 'holiday.jpg', form: 'pdf', misnamed: true }, ...many]),
};
