// Names of countries and locales come from Intl; only the codes are listed.

const codes =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR ' +
  'CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE ' +
  'IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM ' +
  'MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD ' +
  'SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK ' +
  'YE ZA ZM ZW';

const tags =
  'en-AU en-CA en-GB en-IE en-NZ en-US en-ZA da-DK de-AT de-CH de-DE es-ES es-MX fi-FI fr-CA fr-CH fr-FR it-IT ja-JP ko-KR ' +
  'nb-NO nl-NL pl-PL pt-BR pt-PT sv-SE vi-VN zh-Hans-CN zh-Hant-TW';

export type Choice = { value: string; label: string };

/** Every country by its name in this locale, in the order of that language. */
export function countries(locale: string): Choice[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  return codes
    .split(' ')
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}

/** English (Canada), français (Canada): each in its own language. */
export function localeName(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language', languageDisplay: 'standard' }).of(tag) ?? tag;
}

export function locales(): Choice[] {
  return tags.split(' ').map((value) => ({ value, label: localeName(value) }));
}
