import { entrySchema } from '#contract/library/release.ts';
import type { ApprovedChange } from '#contract/releases/terms.ts';
import type { ReadHandle } from '../db/open.ts';
import { listDraftRecords, revisionsOf } from './draft-repo.ts';

export interface ApprovedDraft {
  readonly draftId: string;
  readonly change: Extract<ApprovedChange, { kind: 'put' }>;
}

const PAGE = 200;

/** Every draft that somebody else than its authors approved and that lies in no release yet: what publishing takes up. */
export function approvedDrafts(db: ReadHandle): ApprovedDraft[] {
  const approved: ApprovedDraft[] = [];
  for (let from = 0, total = 1; from < total; from += PAGE) {
    const page = listDraftRecords(db, { states: ['approved'], personId: null, importId: null, from, limit: PAGE });
    total = page.total;
    for (const { draft_id, pack_id } of page.drafts) {
      const heads = revisionsOf(db, draft_id).filter(({ head }) => head);
      const entry = heads.length === 1 ? entrySchema.safeParse(heads[0]?.entry).data : undefined;
      if (entry === undefined) continue;
      const change = { kind: 'put' as const, packId: pack_id, entry, why: entry.provenance.changeNote.slice(0, 300) };
      approved.push({ draftId: draft_id, change });
    }
  }
  return approved;
}
