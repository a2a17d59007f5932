import type { RowReason } from '#contract/import-reasons.ts';
import type { Variable } from '#contract/library/line.ts';
import { readSentences, readWords, writeSentences, writeWords } from './cell-lists.ts';
import {
  MATCHER_WORDS,
  OCCASION_WORDS,
  VARIABLE_TYPE_WORDS,
  valueNamed,
  WRITTEN_DAY,
  wordFor,
} from './value-labels.ts';

/** What a cell's text depends on beside itself. */
export interface CellContext {
  scenes: readonly { id: string; label: string }[];
  /** Variables that the library knows, by name. */
  variables: ReadonlyMap<string, Variable>;
}

/** A value and the text of its cell. `read` may throw `CellFault`. */
export interface Codec {
  write(value: unknown, context: CellContext): string;
  read(text: string, context: CellContext): unknown;
}

/** A cell that cannot be read, and why. */
export class CellFault extends Error {
  readonly reason: RowReason;

  constructor(reason: RowReason) {
    super(reason.key);
    this.name = 'CellFault';
    this.reason = reason;
  }
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const asList = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

export const text: Codec = { write: asText, read: (cell) => cell };

export const wholeNumber: Codec = {
  write: (value) => (typeof value === 'number' ? String(value) : ''),
  read: (cell) => {
    if (!/^\d{1,6}$/.test(cell)) throw new CellFault({ key: 'notWhole', cell: shortened(cell) });
    return Number(cell);
  },
};

export const day: Codec = {
  write: asText,
  read: (cell) => {
    const found = WRITTEN_DAY.exec(cell);
    if (!found) throw new CellFault({ key: 'notADay', cell: shortened(cell) });
    const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])];
    const real = new Date(Date.UTC(year, month - 1, date));
    if (real.getUTCMonth() !== month - 1 || real.getUTCDate() !== date)
      throw new CellFault({ key: 'noSuchDay', cell: shortened(cell) });
    return real.toISOString().slice(0, 10);
  },
};

export const words: Codec = { write: (value) => writeWords(asList(value)), read: readWords };
export const sentences: Codec = { write: (value) => writeSentences(asList(value)), read: readSentences };

export function oneOf(known: Parameters<typeof valueNamed>[0]): Codec {
  return {
    write: (value) => (typeof value === 'string' ? wordFor(known, value) : ''),
    read: (cell) => {
      const value = valueNamed(known, cell);
      if (value === null) throw new CellFault(unknownWord(cell, known));
      return value;
    },
  };
}

export function someOf(known: Parameters<typeof valueNamed>[0]): Codec {
  const one = oneOf(known);
  return {
    write: (value, context) =>
      asList(value)
        .map((item) => one.write(item, context))
        .join('、'),
    read: (cell, context) => readWords(cell.replaceAll('/', '、')).map((item) => one.read(item, context)),
  };
}

export const scene: Codec = {
  write: (value, { scenes }) => {
    const label = scenes.find(({ id }) => id === value)?.label;
    return label !== undefined && scenes.filter((each) => each.label === label).length === 1 ? label : asText(value);
  },
  read: (cell, { scenes }) => {
    const found = scenes.find(({ id, label }) => id === cell || label === cell);
    if (!found)
      throw new CellFault({
        key: 'noSuchScene',
        cell: shortened(cell),
        choices: scenes.map(({ id, label }) => ({ value: id, word: label })),
      });
    return found.id;
  },
};

/** One variable a line, `name｜label｜type｜default`; a bare name is one that the library knows. */
export const variables: Codec = {
  write: (value, context) => {
    const list = Array.isArray(value) ? (value as Variable[]) : [];
    const plain = list.map(variableText).join('\n');
    return comesBack(plain, list, context) ? plain : JSON.stringify(list);
  },
  read: readVariables,
};

const ordered = ({ name, label, type, default: value }: Variable): Variable =>
  value === undefined ? { name, label, type } : { name, label, type, default: value };

function variableText({ name, label, type, default: value }: Variable): string {
  const parts = [name, label, wordFor(VARIABLE_TYPE_WORDS, type)];
  return (value === undefined ? parts : [...parts, value]).join('｜');
}

function comesBack(plain: string, list: readonly Variable[], context: CellContext): boolean {
  try {
    return JSON.stringify(readVariables(plain, context)) === JSON.stringify(list.map(ordered));
  } catch {
    return false;
  }
}

function readVariables(cell: string, { variables: known }: CellContext): unknown[] {
  if (cell.startsWith('[{') && cell.endsWith('}]')) {
    try {
      const parsed: unknown = JSON.parse(cell);
      if (Array.isArray(parsed)) return parsed;
    } catch {
      throw new CellFault({ key: 'variablesUnread' });
    }
  }
  const lines = cell.includes('｜') || cell.includes('|') ? readSentences(cell) : readWords(cell);
  return lines.map((line) => {
    const [name = '', label, type, ...rest] = line.split(/[｜|]/u);
    const base = known.get(name);
    if (label === undefined) {
      if (base) return ordered(base);
      throw new CellFault({ key: 'newVariable', cell: shortened(name) });
    }
    const typeName = type === undefined ? 'text' : valueNamed(VARIABLE_TYPE_WORDS, type);
    if (typeName === null)
      throw new CellFault({ key: 'variableType', cell: shortened(name), type: shortened(type ?? '') });
    return rest.length === 0
      ? { name, label, type: typeName }
      : { name, label, type: typeName, default: rest.join('｜') };
  });
}

/** One matcher a line: `短语：…` or `正则：…`; a line without either is a phrase. */
export const matchers: Codec = {
  write: (value) =>
    writeSentences(
      (Array.isArray(value) ? (value as ({ phrase: string } | { pattern: string })[]) : []).map((matcher) =>
        'phrase' in matcher
          ? `${wordFor(MATCHER_WORDS, 'phrase')}：${matcher.phrase}`
          : `${wordFor(MATCHER_WORDS, 'pattern')}：${matcher.pattern}`,
      ),
    ),
  read: (cell) =>
    readSentences(cell).map((line) => {
      const [, word = '', rest = ''] = /^([^：:\s]{1,10})[：:](.*)$/su.exec(line) ?? [];
      const kind = valueNamed(MATCHER_WORDS, word);
      if (kind === null) return { phrase: line };
      return kind === 'pattern' ? { pattern: rest } : { phrase: rest };
    }),
};

/** When a courtesy phrase fits: `时段：早上；日子：周末`. */
export const occasion: Codec = {
  write: (value) =>
    Object.entries((value ?? {}) as Record<string, unknown>)
      .map(([key, each]) => {
        const word = OCCASION_WORDS[key];
        return word ? `${word.words[0]}：${wordFor(word.values, String(each))}` : '';
      })
      .join('；'),
  read: (cell) => {
    const parts = cell.split(/[；;\n]/u).filter((part) => part.trim() !== '');
    const pairs = parts.map((part) => {
      const [name = '', word = ''] = part.split(/[：:]/u);
      const found = Object.entries(OCCASION_WORDS).find(([key, { words: names }]) =>
        [key, ...names].includes(name.trim()),
      );
      const value = found ? valueNamed(found[1].values, word) : null;
      if (!found || value === null) throw new CellFault({ key: 'occasionUnread', cell: shortened(part) });
      return [found[0], value === 'true' ? true : value === 'false' ? false : value] as const;
    });
    return Object.fromEntries(pairs);
  },
};

/** A word that stands for no value, with those that do. */
export function unknownWord(cell: string, known: Parameters<typeof valueNamed>[0]): RowReason {
  const choices = Object.keys(known).map((value) => ({ value, word: wordFor(known, value) }));
  return { key: 'unknownWord', cell: shortened(cell), choices };
}

/** What a message quotes of a cell, so that a huge one does not become a huge message. */
export function shortened(cell: string): string {
  const characters = [...cell.slice(0, 60)];
  return characters.length > 24 ? `${characters.slice(0, 24).join('')}…` : characters.join('');
}
