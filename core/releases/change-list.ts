import type { Entry } from '#contract/library/release.ts';
import type { ChangeCounts, EntryChangedView } from '#contract/releases.ts';
import { excerptOf } from '../library/browse/entry-traits.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { entryDiff } from '../library/exchange/entry-diff.ts';
import type { EntryChanged } from './build-release.ts';

/** Counted up by every release, or said already in so many words. */
const SILENT = new Set(['provenance.version', 'provenance.changeNote', 'provenance.review', 'provenance.replacedBy']);

/** Changes as people read them: what was said, what is said now, and why. */
export function changeViews(
  changes: readonly EntryChanged[],
  catalogue: Pick<Catalogue, 'packTitle' | 'fragments' | 'find'>,
): EntryChangedView[] {
  const said = (entry: Entry | null) => (entry === null ? null : excerptOf(entry, catalogue.fragments));
  return changes.map(({ entryId, how, before, after, packId }) => {
    const { replacedBy, changeNote } = after.provenance;
    const successor = replacedBy === undefined ? null : (catalogue.find(replacedBy)?.entry ?? null);
    const differs = how === 'changed' && before !== null ? entryDiff(before, after) : [];
    return {
      entryId,
      how,
      kind: after.kind,
      title: after.title,
      packTitle: catalogue.packTitle(packId),
      why: changeNote,
      before: how === 'added' ? null : said(before ?? after),
      after: how === 'withdrawn' ? null : said(after),
      changes: differs.filter(({ path }) => !SILENT.has(path)),
      replacedBy: successor === null ? null : { entryId: successor.id, title: successor.title },
    };
  });
}

export function countsOf(changes: readonly Pick<EntryChanged, 'how'>[]): ChangeCounts {
  const counted = (how: EntryChanged['how']) => changes.filter((change) => change.how === how).length;
  return { added: counted('added'), changed: counted('changed'), withdrawn: counted('withdrawn') };
}
