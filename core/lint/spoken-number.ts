const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };

/** Source of a pattern for a number as one says or types it: 五百, 一千二, 1,200, 1.2万, 半. */
export const NUMBER = '(?:\\d[\\d,]{0,11}(?:\\.\\d{1,4})?[百千万]?|[零〇一二两三四五六七八九十百千万]{1,12})';

/** The number that is meant, or null. 一千二 is 1200 and 两百五 250, as one says them. */
export function readNumber(text: string): number | null {
  const typed = /^(\d[\d,]*(?:\.\d+)?)([百千万]?)$/.exec(text);
  if (typed) {
    const value = Number((typed[1] ?? '').replaceAll(',', ''));
    const unit = typed[2] === '万' ? 10_000 : (UNITS[typed[2] ?? ''] ?? 1);
    return Number.isFinite(value) ? value * unit : null;
  }
  return readHanzi(text);
}

function readHanzi(text: string): number | null {
  let whole = 0;
  let section = 0;
  let digit: number | null = null;
  let lastUnit = 1;
  for (const character of text) {
    const value = DIGITS[character];
    if (value !== undefined) {
      // 一二三 said digit by digit is no amount.
      if (digit !== null && digit !== 0) return null;
      digit = value;
      if (value === 0) lastUnit = 1;
      continue;
    }
    const unit = UNITS[character];
    if (unit !== undefined) {
      section += (digit ?? 1) * unit;
      lastUnit = unit;
    } else if (character === '万') {
      whole += (section + (digit ?? 0) || 1) * 10_000;
      section = 0;
      lastUnit = 10_000;
    } else return null;
    digit = null;
  }
  const rest = digit === null ? 0 : lastUnit >= 100 ? digit * (lastUnit / 10) : digit;
  return text === '' ? null : whole + section + rest;
}
