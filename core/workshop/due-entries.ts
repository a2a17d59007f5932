import type { ReleasedEntry } from '#contract/library/release.ts';
import type { DueEntry } from '#contract/workshop/views.ts';
import type { Catalogue } from '../library/catalogue.ts';

export interface DueParts {
  readonly catalogue: Catalogue;
  /** When an entry was last found right, with the wording it was about. */
  readonly verified: ReadonlyMap<string, { entryHash: string; day: string }>;
  /** Today at the site, YYYY-MM-DD. */
  readonly today: string;
  readonly withinDays: number;
}

/** How pressing a reason is; an entry is as pressing as its worst. */
const ORDER: readonly DueEntry['why'][number][] = ['expired', 'basisSuperseded', 'overdue', 'expiring', 'soon'];

/** Entries in force that somebody has to look at again: their interval is over, they end, or what they rest on was replaced. */
export function dueEntries({ catalogue, verified, today, withinDays }: DueParts): DueEntry[] {
  const horizon = dayAfter(today, withinDays);
  const due = catalogue.release.entries.flatMap((released) => {
    const { entry, entryHash, packId } = released;
    const { provenance } = entry;
    if (provenance.review === 'withdrawn') return [];
    const seen = verified.get(entry.id);
    const verifiedOn = seen?.entryHash === entryHash ? seen.day : provenance.effectiveFrom;
    const dueOn = dayAfter(verifiedOn, provenance.reviewEveryDays);
    const { expiresOn = null } = provenance;
    const basis = supersededBasis(released, catalogue);
    const why = ORDER.filter((reason) => {
      if (reason === 'expired') return expiresOn !== null && expiresOn < today;
      if (reason === 'basisSuperseded') return basis.length > 0;
      if (reason === 'overdue') return dueOn < today;
      if (reason === 'expiring') return expiresOn !== null && expiresOn >= today && expiresOn <= horizon;
      return dueOn >= today && dueOn <= horizon;
    });
    if (why.length === 0) return [];
    const { id: entryId, kind, title } = entry;
    const { owner, reviewEveryDays: everyDays } = provenance;
    const packTitle = catalogue.packTitle(packId);
    return [{ entryId, entryHash, kind, title, packTitle, owner, everyDays, verifiedOn, dueOn, expiresOn, why, basis }];
  });
  const rank = ({ why }: DueEntry) => ORDER.indexOf(why[0] ?? 'soon');
  return due.sort((a, b) => rank(a) - rank(b) || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

function supersededBasis({ entry }: ReleasedEntry, catalogue: Catalogue): DueEntry['basis'] {
  if (!('basis' in entry)) return [];
  return entry.basis.flatMap((id) => {
    const article = catalogue.find(id)?.entry;
    if (article?.kind !== 'article' || article.status !== 'superseded') return [];
    const next = article.supersededBy === undefined ? null : catalogue.find(article.supersededBy);
    return [{ title: article.title, successor: next?.entry.title ?? null }];
  });
}

/** A calendar day some days after another, both YYYY-MM-DD. */
function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
