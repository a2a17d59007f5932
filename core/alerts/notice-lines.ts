import type { AlertView } from '#contract/alerts.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { plainText, renderLine } from '../library/render-line.ts';

/**
 * What everybody may say while an alert is on: the named entries, and for a notice that only some may speak, the line that
 * all others say instead.
 */
export function noticeLines(catalogue: Catalogue, entryIds: readonly string[]): AlertView['noticeLines'] {
  const seen = new Set<string>();
  return entryIds.flatMap((entryId) => {
    const named = catalogue.find(entryId)?.entry;
    const entry = named?.kind === 'notice' && named.othersSay ? catalogue.find(named.othersSay)?.entry : named;
    if (!entry || seen.has(entry.id) || entry.provenance.review === 'withdrawn') return [];
    if (entry.kind !== 'notice' && entry.kind !== 'line' && entry.kind !== 'courtesy') return [];
    seen.add(entry.id);
    const rendered = renderLine(entry, {}, catalogue.fragments);
    const spoken = rendered.find(({ variant }) => variant === 'standard') ?? rendered[0];
    return spoken ? [{ entryId: entry.id, title: entry.title, excerpt: plainText(spoken) }] : [];
  });
}
