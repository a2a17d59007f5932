import type { Entry } from '#contract/library/release.ts';
import type { LooseEntry } from '#contract/workshop/terms.ts';
import type { Comment, DraftRow, DraftView, Merge } from '#contract/workshop/views.ts';
import { canonicalText } from '#ledger/canonical.ts';
import type { ReadHandle } from '../db/open.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { compareVersions } from '../library/history/compare-versions.ts';
import { nameOfPerson } from '../people/people-repo.ts';
import { versionsOfEntry } from '../releases/entry-version-repo.ts';
import { type DraftRecord, headsAndAuthors, type Revision, revisionsOf } from './draft-repo.ts';
import { valueAt } from './draft-texts.ts';
import { commentsOf, openComments, stepsOf } from './review-repo.ts';
import { threeWay } from './three-way.ts';

export interface ViewParts {
  readonly db: ReadHandle;
  readonly seal: FieldSealer;
  readonly catalogue: Catalogue;
}

const nameOf = ({ db, seal }: ViewParts, personId: string | null): string =>
  personId === null ? '' : (nameOfPerson(db, seal, personId) ?? '');

export function draftRow(parts: ViewParts, record: DraftRecord, personId: string): DraftRow {
  const { heads, authors } = headsAndAuthors(parts.db, record.draft_id);
  return {
    draftId: record.draft_id,
    entryId: record.entry_id,
    packId: record.pack_id,
    packTitle: parts.catalogue.packTitle(record.pack_id),
    kind: record.kind,
    title: record.title,
    state: record.state,
    changes: record.changes === 1,
    changedAtMs: record.changed_at_ms,
    changedBy: nameOf(parts, record.changed_by),
    imported: record.import_id === null ? null : { importId: record.import_id, fileName: record.file_name ?? '' },
    revisionId: heads[0] ?? '',
    soughtFor: record.sought_for,
    openComments: openComments(parts.db, record.draft_id),
    mergeOpen: heads.length > 1,
    mayReview: record.state === 'inReview' && !authors.includes(personId),
  };
}

export function draftView(parts: ViewParts, record: DraftRecord, personId: string): DraftView {
  const revisions = revisionsOf(parts.db, record.draft_id);
  const heads = revisions.filter(({ head }) => head);
  const shown = heads[0] as Revision;
  const inForce = parts.catalogue.find(record.entry_id)?.entry ?? null;
  const steps = stepsOf(parts.db, record.draft_id);
  const verdicts = steps.flatMap(({ what }) => (what === 'approved' || what === 'changesRequested' ? [what] : []));
  return {
    ...draftRow(parts, record, personId),
    revisionId: shown.revisionId,
    entry: shown.entry,
    differences:
      inForce === null
        ? []
        : compareVersions(inOneOrder(inForce), inOneOrder(shown.entry)).filter(({ path }) => !SILENT.has(path)),
    comments: commentsOf(parts.db, parts.seal, record.draft_id).map(({ personId: by, ...rest }) => ({
      ...rest,
      personName: nameOf(parts, by),
      fits: fits(shown.entry, rest.spot),
    })),
    steps: steps.map(({ personId: by, ...rest }) => ({ ...rest, personName: nameOf(parts, by) })),
    merge: mergeOfHeads(parts, revisions) ?? mergeWithInForce(parts, record, heads),
    verdict: verdicts.at(-1) ?? null,
  };
}

/** Parts read the same whatever order their keys were written in. */
const inOneOrder = (entry: object) => JSON.parse(canonicalText(entry)) as Entry;

/** Set when a release is built; nobody writes or reviews them. */
const SILENT = new Set(['provenance.review', 'provenance.version']);

function fits(entry: LooseEntry, spot: Comment['spot']): boolean {
  if (spot === null) return true;
  const value = valueAt(entry, spot.path);
  return typeof value === 'string' && (spot.quote === '' || value.includes(spot.quote));
}

/** Two revisions that nobody went on from, brought together as far as that goes by itself. */
export function mergeOfHeads(parts: ViewParts, revisions: readonly Revision[]): Merge | null {
  const [theirs, mine] = revisions.filter(({ head }) => head);
  if (theirs === undefined || mine === undefined) return null;
  const before = lastInCommon(revisions, theirs, mine)?.entry ?? { kind: mine.entry.kind, id: mine.entry.id };
  const { value, fields } = threeWay(before, mine.entry, theirs.entry);
  return {
    kind: 'revisions',
    basedOn: [theirs.revisionId, mine.revisionId],
    mineBy: nameOf(parts, mine.personId),
    theirsBy: nameOf(parts, theirs.personId),
    fields: [...fields],
    entry: value,
    theirs: theirs.entry,
  };
}

/** The library moved on below a draft: its base is not the wording in force any more. */
function mergeWithInForce(parts: ViewParts, record: DraftRecord, heads: readonly Revision[]): Merge | null {
  const open = record.state === 'draft' || record.state === 'changesRequested' || record.state === 'inReview';
  const now = parts.catalogue.find(record.entry_id);
  const mine = heads[0];
  if (!open || record.base_hash === null || now === null || mine === undefined) return null;
  if (now.entryHash === record.base_hash) return null;
  const before = versionsOfEntry(parts.db, record.entry_id).find(({ entryHash }) => entryHash === record.base_hash);
  if (before === undefined) return null;
  const theirs = now.entry as unknown as LooseEntry;
  const { value, fields } = threeWay(before.entry as unknown as LooseEntry, mine.entry, theirs);
  const basedOn = [mine.revisionId];
  const mineBy = nameOf(parts, mine.personId);
  return {
    kind: 'inForce',
    basedOn,
    mineBy,
    theirsBy: now.entry.provenance.owner,
    fields: [...fields],
    entry: value,
    theirs,
  };
}

function lastInCommon(revisions: readonly Revision[], one: Revision, other: Revision): Revision | null {
  const byId = new Map(revisions.map((revision) => [revision.revisionId, revision]));
  const line = ancestorsOf(one, byId);
  const shared = [...ancestorsOf(other, byId)].filter((id) => line.has(id)).map((id) => byId.get(id));
  return shared.reduce<Revision | null>(
    (latest, each) => (each !== undefined && (latest === null || each.place > latest.place) ? each : latest),
    null,
  );
}

function ancestorsOf(revision: Revision, byId: ReadonlyMap<string, Revision>): Set<string> {
  const seen = new Set<string>();
  const open = [revision];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next.revisionId)) continue;
    seen.add(next.revisionId);
    open.push(...next.basedOn.flatMap((id) => byId.get(id) ?? []));
  }
  return seen;
}
