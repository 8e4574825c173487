// A part of the table of points, and answers to what people type, as simple as tests need them.
import type { PointRow, PointView, PrintedPoint, Side } from '../src/ipc/bindings';
import { refuse, type Answers } from './fake-core';

type Line = [string, string, string, string, string, PointRow['place'], number];

const lines: Line[] = [
  ['LU1', 'Zhōngfǔ', '中府', '中府', 'Central Treasury', 'paired', 2],
  ['LU5', 'Chǐzé', '尺澤', '尺泽', 'Cubit Marsh', 'paired', 2],
  ['LU7', 'Lièquē', '列缺', '列缺', 'Broken Sequence', 'paired', 2],
  ['LU9', 'Tàiyuān', '太淵', '太渊', 'Great Abyss', 'paired', 2],
  ['LI4', 'Hégǔ', '合谷', '合谷', 'Joining Valley', 'paired', 2],
  ['LI10', 'Shǒusānlǐ', '手三里', '手三里', 'Arm Three Li', 'paired', 2],
  ['LI11', 'Qūchí', '曲池', '曲池', 'Pool at the Bend', 'paired', 2],
  ['LI15', 'Jiānyú', '肩髃', '肩髃', 'Shoulder Bone', 'paired', 2],
  ['ST8', 'Tóuwéi', '頭維', '头维', 'Head Corner', 'paired', 2],
  ['ST25', 'Tiānshū', '天樞', '天枢', 'Celestial Pivot', 'paired', 2],
  ['ST34', 'Liángqiū', '梁丘', '梁丘', 'Beam Hill', 'paired', 2],
  ['ST35', 'Dúbí', '犢鼻', '犊鼻', "Calf's Nose", 'paired', 2],
  ['ST36', 'Zúsānlǐ', '足三里', '足三里', 'Leg Three Li', 'paired', 2],
  ['ST37', 'Shàngjùxū', '上巨虛', '上巨虚', 'Upper Great Void', 'paired', 2],
  ['ST40', 'Fēnglóng', '豐隆', '丰隆', 'Abundant Bulge', 'paired', 2],
  ['ST44', 'Nèitíng', '內庭', '内庭', 'Inner Courtyard', 'paired', 2],
  ['SP3', 'Tàibái', '太白', '太白', 'Supreme White', 'paired', 2],
  ['SP6', 'Sānyīnjiāo', '三陰交', '三阴交', 'Three Yin Intersection', 'paired', 2],
  ['SP9', 'Yīnlíngquán', '陰陵泉', '阴陵泉', 'Yin Mound Spring', 'paired', 2],
  ['SP10', 'Xuèhǎi', '血海', '血海', 'Sea of Blood', 'paired', 2],
  ['HT7', 'Shénmén', '神門', '神门', 'Spirit Gate', 'paired', 2],
  ['SI3', 'Hòuxī', '後谿', '后溪', 'Back Stream', 'paired', 2],
  ['BL10', 'Tiānzhù', '天柱', '天柱', 'Celestial Pillar', 'paired', 2],
  ['BL17', 'Géshū', '膈俞', '膈俞', 'Diaphragm Transport', 'paired', 2],
  ['BL18', 'Gānshū', '肝俞', '肝俞', 'Liver Transport', 'paired', 2],
  ['BL20', 'Píshū', '脾俞', '脾俞', 'Spleen Transport', 'paired', 2],
  ['BL23', 'Shènshū', '腎俞', '肾俞', 'Kidney Transport', 'paired', 2],
  ['BL25', 'Dàchángshū', '大腸俞', '大肠俞', 'Large Intestine Transport', 'paired', 2],
  ['BL26', 'Guānyuánshū', '關元俞', '关元俞', 'Origin Pass Transport', 'paired', 2],
  ['BL40', 'Wěizhōng', '委中', '委中', 'Bend Middle', 'paired', 2],
  ['BL57', 'Chéngshān', '承山', '承山', 'Mountain Support', 'paired', 2],
  ['BL60', 'Kūnlún', '崑崙', '昆仑', 'Kunlun Mountains', 'paired', 2],
  ['BL62', 'Shēnmài', '申脈', '申脉', 'Extending Vessel', 'paired', 2],
  ['KI3', 'Tàixī', '太谿', '太溪', 'Great Stream', 'paired', 2],
  ['KI6', 'Zhàohǎi', '照海', '照海', 'Shining Sea', 'paired', 2],
  ['PC6', 'Nèiguān', '內關', '内关', 'Inner Pass', 'paired', 2],
  ['TE5', 'Wàiguān', '外關', '外关', 'Outer Pass', 'paired', 2],
  ['GB20', 'Fēngchí', '風池', '风池', 'Wind Pool', 'paired', 2],
  ['GB21', 'Jiānjǐng', '肩井', '肩井', 'Shoulder Well', 'paired', 2],
  ['GB30', 'Huántiào', '環跳', '环跳', 'Jumping Round', 'paired', 2],
  ['GB34', 'Yánglíngquán', '陽陵泉', '阳陵泉', 'Yang Mound Spring', 'paired', 2],
  ['GB39', 'Xuánzhōng', '懸鍾', '悬钟', 'Suspended Bell', 'paired', 2],
  ['LR3', 'Tàichōng', '太衝', '太冲', 'Supreme Surge', 'paired', 2],
  ['GV4', 'Mìngmén', '命門', '命门', 'Life Gate', 'middle', 1],
  ['GV14', 'Dàzhuī', '大椎', '大椎', 'Great Vertebra', 'middle', 1],
  ['GV20', 'Bǎihuì', '百會', '百会', 'Hundred Convergences', 'middle', 1],
  ['CV4', 'Guānyuán', '關元', '关元', 'Origin Pass', 'middle', 1],
  ['CV6', 'Qìhǎi', '氣海', '气海', 'Sea of Qi', 'middle', 1],
  ['CV12', 'Zhōngwǎn', '中脘', '中脘', 'Middle Stomach Cavity', 'middle', 1],
  ['CV17', 'Dànzhōng', '膻中', '膻中', 'Chest Centre', 'middle', 1],
  ['EX-HN1', 'Sìshéncōng', '四神聰', '四神聪', '', 'whole', 4],
  ['EX-HN3', 'Yìntáng', '印堂', '印堂', '', 'middle', 1],
  ['EX-HN5', 'Tàiyáng', '太陽', '太阳', '', 'paired', 2],
  ['EX-B2', 'Jiājǐ', '夾脊', '夹脊', '', 'whole', 34],
];

export const points: PointRow[] = lines.map(
  ([code, pinyin, hanzi, hanzi_simplified, english, place, default_needles]) => ({
    code,
    pinyin,
    hanzi,
    hanzi_simplified,
    english,
    channel: code.replace(/\d+$/, ''),
    place,
    default_needles,
    matched: null,
  }),
);

/** By its code. */
export function pointOf(code: string): PointRow {
  return points.find((point) => point.code === code) ?? refuse({ code: 'not_found' });
}

/** As it stands in a signed note. */
export function printed(code: string, side: Side, needles: number): PrintedPoint {
  const { pinyin, hanzi, english } = pointOf(code);
  return { code, pinyin, hanzi, english, side, needles };
}

const synonyms: Record<string, string> = { UB: 'BL', REN: 'CV', DU: 'GV', SJ: 'TE', P: 'PC' };

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\s-]/gu, '')
    .toUpperCase();
}

/** Exact codes first, then codes and names that begin with it. */
function find(text: string, limit: number): PointRow[] {
  const typed = plain(text);
  if (!typed) return [];
  const letters = typed.replace(/\d+$/, '');
  const code = synonyms[letters] ? synonyms[letters] + typed.slice(letters.length) : typed;
  const rank = (point: PointRow) => {
    if (plain(point.code) === code) return 0;
    if (point.channel === code || (plain(point.code).startsWith(code) && /\d/.test(code))) return 1;
    const names = [point.pinyin, point.hanzi, point.hanzi_simplified, point.english].map(plain);
    return names.some((name) => name.startsWith(typed)) ? 2 : 9;
  };
  return points
    .filter((point) => rank(point) < 9)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, limit)
    .map((point) => ({ ...point, matched: code !== typed && rank(point) < 2 ? typed : null }));
}

function read(code: string): PointView {
  return {
    ...pointOf(code),
    other_codes: code.startsWith('BL') ? [code.replace('BL', 'UB')] : [],
    other_names: code === 'CV17' ? ['Tanzhong'] : [],
    special: code === 'ST36' ? ['he-sea', 'lower he-sea (ST)'] : [],
    pregnancy: code === 'LI4' ? 'traditionally avoided in pregnancy before labour' : '',
    needling: /^(BL17|LU1|GB21)$/.test(code) ? 'pneumothorax risk: shallow, oblique only' : '',
    source: /^(LI4|BL17|LU1|GB21)$/.test(code) ? 'WHO 1999, AACP 2012' : '',
    region: code.startsWith('EX-HN') ? 'head and neck' : '',
    note: '',
  };
}

export const pointAnswers: Answers = {
  pointsFind: ({ text, limit }) => find(text, limit),
  pointsRead: ({ code }) => read(code),
  pointsOfChannel: ({ channel }) => {
    const row = points.filter((point) => point.channel === channel);
    return row.length ? row : refuse({ code: 'not_found' });
  },
};
