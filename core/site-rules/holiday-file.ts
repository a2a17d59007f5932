import { z } from 'zod';
import { calendarDaySchema, type Holiday } from '#contract/site-rules/opening-hours.ts';
import type { HolidayFault } from '#contract/site-rules.ts';

export interface HolidayFile {
  year: number | null;
  days: Holiday[];
  faults: HolidayFault[];
}

interface Row {
  /** From 1, as an editor counts. */
  line: number;
  day: string;
  kind: string;
  name: string;
}

const MOST_DAYS = 120;
const LONGEST_NAME = 20;
const MOST_FAULTS = 20;

const KINDS: Readonly<Record<string, Holiday['kind']>> = {
  off: 'off',
  holiday: 'off',
  rest: 'off',
  休: 'off',
  休息: 'off',
  放假: 'off',
  节假日: 'off',
  work: 'work',
  workday: 'work',
  班: 'work',
  上班: 'work',
  调休: 'work',
  补班: 'work',
  工作日: 'work',
};

const jsonRowSchema = z.object({
  day: z.string().optional(),
  date: z.string().optional(),
  kind: z.string().optional(),
  type: z.string().optional(),
  name: z.string().optional(),
});

/**
 * Reads a year of public holidays from CSV rows `date,off|work,name` or from a JSON array of `{date, kind, name}`. With any
 * fault `days` is empty: half a year would be counted wrongly without anybody noticing.
 */
export function readHolidayFile(text: string): HolidayFile {
  const rows = /^\s*[[{]/.test(text.replace(/^\ufeff/, '')) ? jsonRows(text) : csvRows(text);
  if (rows === null) return refused([{ line: null, code: 'notReadable', text: '' }]);
  if (rows.length === 0) return refused([{ line: null, code: 'empty', text: '' }]);
  if (rows.length > MOST_DAYS) return refused([{ line: null, code: 'tooMany', text: String(rows.length) }]);
  const faults: HolidayFault[] = [];
  const days: Holiday[] = [];
  const seen = new Set<string>();
  let year: string | null = null;
  for (const row of rows) {
    const read = readRow(row);
    if ('code' in read) {
      faults.push(read);
      continue;
    }
    year ??= read.day.slice(0, 4);
    if (!read.day.startsWith(year)) faults.push({ line: row.line, code: 'otherYear', text: read.day });
    else if (seen.has(read.day)) faults.push({ line: row.line, code: 'twice', text: read.day });
    seen.add(read.day);
    days.push(read);
  }
  if (faults.length > 0) return refused(faults.slice(0, MOST_FAULTS));
  return { year: Number(year), days: days.sort((a, b) => (a.day < b.day ? -1 : 1)), faults };
}

const refused = (faults: HolidayFault[]): HolidayFile => ({ year: null, days: [], faults });

function readRow({ line, day, kind, name }: Row): Holiday | HolidayFault {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(day.trim());
  const written = found ? `${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}` : day;
  if (!calendarDaySchema.safeParse(written).success || written < '2000' || written > '2201') {
    return { line, code: 'badDay', text: day.slice(0, 40) };
  }
  const known = KINDS[kind.trim().toLowerCase()];
  if (known === undefined) return { line, code: 'badKind', text: kind.slice(0, 40) };
  if (name.trim().length > LONGEST_NAME) return { line, code: 'nameTooLong', text: name.slice(0, 40) };
  return { day: written, kind: known, name: name.trim() };
}

function csvRows(text: string): Row[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .map((content, at) => ({ content: content.trim(), line: at + 1 }))
    .filter(({ content }) => content !== '' && !content.startsWith('#'))
    .filter(({ line, content }) => !(line === 1 && !/\d/.test(content)))
    .map(({ content, line }) => {
      const cells = content.split(/[,，;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
      return { line, day: cells[0] ?? '', kind: cells[1] ?? '', name: cells[2] ?? '' };
    });
}

function jsonRows(text: string): Row[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
  const list = Array.isArray(value) ? value : (value as { days?: unknown } | null)?.days;
  const read = z.array(jsonRowSchema).safeParse(list);
  if (!read.success) return null;
  return read.data.map(({ day, date, kind, type, name }, at) => ({
    line: at + 1,
    day: day ?? date ?? '',
    kind: kind ?? type ?? '',
    name: name ?? '',
  }));
}
