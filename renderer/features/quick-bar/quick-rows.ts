import type { TextRange } from '#contract/search.ts';
import type { Stage } from '#contract/vocabulary.ts';
import type { Results } from '#renderer/features/search/results.ts';

/** A row of the bar: a line to take, or a notice in force that is read on the desk. */
export interface QuickRow {
  readonly key: string;
  readonly kind: 'line' | 'notice';
  readonly entryId: string;
  readonly title: string;
  readonly titleMarks: readonly TextRange[];
  readonly excerpt: string;
  readonly excerptMarks: readonly TextRange[];
  readonly stage: Stage | null;
  /** In force while an incident or an alert lasts. */
  readonly inForce: boolean;
  /** Only something alike. */
  readonly near: boolean;
  /** What Ctrl and a digit take; null for notices. */
  readonly number: number | null;
}

const SHOWN = 5;
const NO_MARKS: readonly TextRange[] = [];

/** What is in force now, then the first five lines, in the order of the desk. */
export function quickRows(results: Results): QuickRow[] {
  const lines = results.items.slice(0, SHOWN).map((item, index): QuickRow => {
    const hit = 'near' in item ? item : null;
    return {
      key: item.entryId,
      kind: 'line',
      entryId: item.entryId,
      title: item.title,
      titleMarks: hit?.titleMarks ?? NO_MARKS,
      excerpt: item.excerpt,
      excerptMarks: hit?.excerptMarks ?? NO_MARKS,
      stage: item.stage ?? null,
      inForce: false,
      near: hit?.near ?? false,
      number: index + 1,
    };
  });
  const notices = results.kind === 'search' ? results.notices : [];
  return [
    ...notices.map(
      ({ alertId, entryId, kind, title, excerpt }): QuickRow => ({
        key: `notice:${alertId}:${entryId}`,
        kind: kind === 'notice' ? 'notice' : 'line',
        entryId,
        title,
        titleMarks: NO_MARKS,
        excerpt,
        excerptMarks: NO_MARKS,
        stage: null,
        inForce: true,
        near: false,
        number: null,
      }),
    ),
    ...lines,
  ];
}

/** The row chosen on purpose while it is there, else the first line. */
export function selectedRow(rows: readonly QuickRow[], picked: string | null): QuickRow | undefined {
  const chosen = picked === null ? undefined : rows.find(({ key }) => key === picked);
  return chosen ?? rows.find(({ number }) => number === 1) ?? rows[0];
}
