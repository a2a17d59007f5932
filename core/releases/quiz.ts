import { createHash } from 'node:crypto';
import type { EntryChangedView, ReleaseQuestion } from '#contract/releases.ts';

const QUESTIONS = 5;
const OPTIONS = 3;

/** What the questions need to know of lines that did not change: near ones make honest wrong answers. */
export interface NearLine {
  readonly entryId: string;
  readonly title: string;
  readonly text: string;
  readonly scene: string;
}

/**
 * Questions on what changed: which wording holds now, and which line is gone. Wrong answers are the wording before and near
 * lines, never nonsense. The same changes give the same questions in the same order.
 */
export function questionsOn(changes: readonly EntryChangedView[], near: readonly NearLine[]): ReleaseQuestion[] {
  const spoken = changes.filter(({ kind }) => kind === 'line' || kind === 'courtesy');
  const withdrawnFirst = [...spoken].sort((a, b) => weight(a) - weight(b));
  const made = withdrawnFirst.flatMap((change) => questionOn(change, near) ?? []);
  return made.slice(0, QUESTIONS);
}

/** What must not be said any more matters most, then what is said otherwise. */
const weight = ({ how }: EntryChangedView): number => ['withdrawn', 'changed', 'added'].indexOf(how);

function questionOn(change: EntryChangedView, near: readonly NearLine[]): ReleaseQuestion | null {
  const { entryId, title, how, before, after } = change;
  const neighbours = nearest(change, near);
  if (how === 'withdrawn') {
    const options = distinct([title, ...neighbours.map((line) => line.title)]);
    return options.length < 2 ? null : shuffled({ entryId, asks: 'gone', title, options });
  }
  if (after === null) return null;
  const former = how === 'changed' && before !== null && before !== after ? [before] : [];
  const options = distinct([after, ...former, ...neighbours.map((line) => line.text)]);
  return options.length < 2 ? null : shuffled({ entryId, asks: 'now', title, options });
}

/** Lines of the same scene first, then those whose titles share most symbols. */
function nearest({ entryId, title }: EntryChangedView, near: readonly NearLine[]): NearLine[] {
  const scene = near.find((line) => line.entryId === entryId)?.scene;
  const symbols = new Set(title);
  const closeness = (line: NearLine): number =>
    (line.scene === scene ? 100 : 0) + [...new Set(line.title)].filter((symbol) => symbols.has(symbol)).length;
  return near
    .filter((line) => line.entryId !== entryId)
    .map((line) => ({ line, close: closeness(line) }))
    .sort((a, b) => b.close - a.close || (a.line.entryId < b.line.entryId ? -1 : 1))
    .slice(0, OPTIONS)
    .map(({ line }) => line);
}

const distinct = (options: readonly string[]): string[] => [...new Set(options)].slice(0, OPTIONS);

/** The right answer stands first on the way in; where it ends up follows from the entry alone. */
function shuffled({ options, ...rest }: Omit<ReleaseQuestion, 'right'>): ReleaseQuestion {
  const order = (text: string) => createHash('sha256').update(`${rest.entryId}\n${text}`).digest('hex');
  const [right = ''] = options;
  const mixed = [...options].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return { ...rest, options: mixed, right: mixed.indexOf(right) };
}
