import type { Side } from '../../ipc/bindings';
import { counted, named } from '../language';

const plural = counted('en');
const needles = (count: number) => plural(count, { one: '1 needle', other: '# needles' });

const quoted = (texts: string[]) =>
  named(
    'en',
    texts.map((text) => `“${text}”`),
  );

/** The fourteen channels and the groups of extra points, in the order of the standard. */
const channels = {
  LU: 'Lung',
  LI: 'Large intestine',
  ST: 'Stomach',
  SP: 'Spleen',
  HT: 'Heart',
  SI: 'Small intestine',
  BL: 'Bladder',
  KI: 'Kidney',
  PC: 'Pericardium',
  TE: 'Triple energizer',
  GB: 'Gallbladder',
  LR: 'Liver',
  GV: 'Governor vessel',
  CV: 'Conception vessel',
  'EX-HN': 'Head and neck',
  'EX-CA': 'Chest and abdomen',
  'EX-B': 'Back',
  'EX-UE': 'Arm and hand',
  'EX-LE': 'Leg and foot',
};

const sides: Record<Side, string> = {
  left: 'left',
  right: 'right',
  both: 'both sides',
  middle: 'on the midline',
  whole: 'the whole group',
};

/** As it is written behind a code. */
const shortSides: Record<Side, string> = { left: 'L', right: 'R', both: 'bl', middle: '', whole: '' };

export const points = {
  title: 'Points',
  channels,
  sides,
  shortSides,
  needles,

  line: {
    label: 'Add points',
    hint: 'Code, pinyin, 漢字 or English; “;” between two',
    list: 'Matching points',
    found: (count: number) => plural(count, { one: '1 point', other: '# points' }),
    none: (text: string) => `No point “${text}” is known.`,
    unknown: (texts: string[]) =>
      plural(texts.length, {
        one: `${quoted(texts)} is not a known point.`,
        other: `${quoted(texts)} are not known points.`,
      }),
    beyond: (text: string, last: string) => `${quoted([text])} is no point: its channel ends with ${last}.`,
    twice: (codes: string[]) =>
      plural(codes.length, {
        one: `${named('en', codes)} is in the list already.`,
        other: `${named('en', codes)} are in the list already.`,
      }),
    added: (code: string, pinyin: string, side: Side, count: number) =>
      `${code} ${pinyin} added, ${sides[side]}, ${needles(count)}.`,
  },

  table: {
    label: 'Points of this visit',
    none: 'No points yet. Signing without needles is possible.',
    row: (code: string, pinyin: string, side: Side, count: number) =>
      `${code} ${pinyin}, ${sides[side]}, ${needles(count)}`,
    keys: 'L, R and B set the side, a number the needles, Delete removes.',
    columns: {
      code: 'Code',
      hanzi: 'Chinese name',
      pinyin: 'Pinyin',
      english: 'English name',
      side: 'Side',
      needles: 'Needles',
      remove: 'Remove',
    },
    left: 'L',
    right: 'R',
    middle: 'mid',
    leftOf: (code: string) => `${code} left`,
    rightOf: (code: string) => `${code} right`,
    needlesOf: (code: string) => `Needles at ${code}`,
    removeOne: (code: string) => `Remove ${code}`,
    removed: (code: string) => `${code} is removed.`,
    unknown: 'Not a known point',
    range: 'From 1 to 99 needles.',
    total: (count: number) => plural(count, { one: 'needle', other: 'needles' }),
    points: (count: number) => plural(count, { one: 'at 1 point', other: 'at # points' }),
  },

  last: {
    takeAll: 'Take all',
    taken: (count: number) => plural(count, { one: '1 point taken over.', other: '# points taken over.' }),
    nothingNew: 'All of them are in the list already.',
    changed: 'Changed since then',
    gone: (code: string) => `${code} is not taken this time`,
    none: 'No points.',
  },

  reference: {
    search: 'Code, pinyin, 漢字 or English',
    channels: 'Channels',
    extras: 'Extra points',
    list: (channel: string) => `Points: ${channel}`,
    found: (text: string) => `Found for “${text}”`,
    count: (count: number) => plural(count, { one: '1 point', other: '# points' }),
    notFound: (text: string) => `No point found for “${text}”`,
    notFoundHint: 'Try a code such as ST36, UB 60 or Ren 4, or the pinyin without tones.',
    noChannel: 'This channel is not known',
    gone: (code: string) => `${code} is not a known point`,
    goneHint: 'The 361 points of the standard and 48 extra points are here.',
    all: 'All points',
    allOf: (channel: string) => `All ${channel} points`,
    failed: 'The points cannot be shown.',
    codes: 'Other codes',
    names: 'Other names',
    simplified: 'Simplified',
    english: 'English',
    channel: 'Channel',
    region: 'Region',
    special: 'Category',
    place: 'Place',
    places: { paired: 'on both sides', middle: 'on the midline', whole: 'a group of places' },
    needles: 'Usual needles',
    cautions: 'Cautions',
    pregnancy: 'Pregnancy',
    needling: 'Needling',
    source: 'Source',
    note: 'Note',
    noCautions: 'Nothing particular is noted in the sources used here.',
    previous: (code: string) => `Before: ${code}`,
    next: (code: string) => `After: ${code}`,
    about:
      'Codes, Chinese names and pinyin follow the WHO standard. The tones and the English names are not part of it.',
  },
};
