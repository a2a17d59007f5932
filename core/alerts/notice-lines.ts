import type { AlertView } from '#contract/alerts.ts';
import type { Variable } from '#contract/library/line.ts';
import type { Entry } from '#contract/library/release.ts';
import type { VariableValues } from '#contract/library.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { plainText, renderLine } from '../library/render-line.ts';

type Speakable = Extract<Entry, { kind: 'notice' | 'line' | 'courtesy' }>;

/** The wording of an alert that everybody may say, in the given values. */
export interface NoticeWording {
  readonly entry: Speakable;
  readonly variant: ReturnType<typeof renderLine>[number]['variant'];
  readonly text: string;
  /** What is still open in it. */
  readonly missing: readonly string[];
}

/** Whether the one who asks may speak a notice that only some may. */
type MaySay = (notice: Extract<Entry, { kind: 'notice' }>) => boolean;
const nobody: MaySay = () => false;

/**
 * What everybody may say while an alert is on: the named entries, and for a notice that only some may speak, the line that
 * all others say instead.
 */
export function noticeWordings(
  catalogue: Catalogue,
  entryIds: readonly string[],
  values: VariableValues,
  maySay: MaySay = nobody,
): NoticeWording[] {
  const seen = new Set<string>();
  return entryIds.flatMap((entryId) => {
    const named = catalogue.find(entryId)?.entry;
    const others = named?.kind === 'notice' && !maySay(named) ? named.othersSay : undefined;
    const entry = others === undefined ? named : catalogue.find(others)?.entry;
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
  maySay: MaySay = nobody,
): AlertView['gaps'] {
  const gaps = new Map<string, AlertView['gaps'][number]>();
  for (const { entry, missing } of noticeWordings(catalogue, entryIds, {}, maySay)) {
    if (entry.kind !== 'notice') continue;
    const open = new Set(missing);
    for (const { name, label } of entry.variables satisfies readonly Variable[]) {
      if (open.has(name)) gaps.set(name, { name, label, value: values[name] ?? '' });
    }
  }
  return [...gaps.values()];
}
