import type { AlertView } from '#contract/alerts.ts';
import type { Variable } from '#contract/library/line.ts';
import type { Entry } from '#contract/library/release.ts';
import type { VariableValues } from '#contract/library.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { plainText, renderLine } from '../library/render-line.ts';

type Speakable = Extract<Entry, { kind: 'notice' | 'line' | 'courtesy' }>;

/** The wording of an alert that everybody may say, in the given values. */
interface NoticeWording {
  readonly entry: Speakable;
  readonly variant: ReturnType<typeof renderLine>[number]['variant'];
  readonly text: string;
  /** What is still open in it. */
  readonly missing: readonly string[];
}

/**
 * What everybody may say while an alert is on: the named entries, and for a notice that only some may speak, the line that
 * all others say instead.
 */
export function noticeWordings(
  catalogue: Catalogue,
  entryIds: readonly string[],
  values: VariableValues,
): NoticeWording[] {
  const seen = new Set<string>();
  return entryIds.flatMap((entryId) => {
    const named = catalogue.find(entryId)?.entry;
    const entry = named?.kind === 'notice' && named.othersSay ? catalogue.find(named.othersSay)?.entry : named;
    if (!entry || seen.has(entry.id) || entry.provenance.review === 'withdrawn') return [];
    if (entry.kind !== 'notice' && entry.kind !== 'line' && entry.kind !== 'courtesy') return [];
    seen.add(entry.id);
    const rendered = renderLine(entry, values, catalogue.fragments);
    const spoken = rendered.find(({ variant }) => variant === 'standard') ?? rendered[0];
    return spoken ? [{ entry, variant: spoken.variant, text: plainText(spoken), missing: spoken.missing }] : [];
  });
}

/** The same as desks show it: whole sentences, or the title alone while something in one is open. */
export function noticeLines(
  catalogue: Catalogue,
  entryIds: readonly string[],
  values: VariableValues = {},
): AlertView['noticeLines'] {
  return noticeWordings(catalogue, entryIds, values).map(({ entry, text, missing }) => ({
    entryId: entry.id,
    kind: entry.kind,
    title: entry.title,
    excerpt: missing.length === 0 ? text : '',
  }));
}

/** What the incident itself leaves open, each once; what a line asks about a customer is asked when it is said. */
export function noticeGaps(
  catalogue: Catalogue,
  entryIds: readonly string[],
  values: VariableValues,
): AlertView['gaps'] {
  const gaps = new Map<string, AlertView['gaps'][number]>();
  for (const { entry, missing } of noticeWordings(catalogue, entryIds, {})) {
    if (entry.kind !== 'notice') continue;
    const open = new Set(missing);
    for (const { name, label } of entry.variables satisfies readonly Variable[]) {
      if (open.has(name)) gaps.set(name, { name, label, value: values[name] ?? '' });
    }
  }
  return [...gaps.values()];
}
