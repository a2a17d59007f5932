import { implement } from '@orpc/server';
import { exchangeContract, wordingDraftsDiscarded, wordingExported, wordingImported } from '#contract/exchange.ts';
import { entrySchema } from '#contract/library/release.ts';
import { importFormatSchema } from '#contract/library-exchange.ts';
import type { Role } from '#contract/vocabulary.ts';
import { type CallContext, requireRole } from '#core/call-context.ts';
import type { Clock } from '#core/clock.ts';
import type { WriteHandle } from '#core/db/open.ts';
import type { Ids } from '#core/ids.ts';
import type { Journal } from '#core/journal/journal.ts';
import type { Logger } from '#core/logger.ts';
import { nameOfPerson } from '#core/people/people-repo.ts';
import { siteTime } from '#core/site-time.ts';
import type { Catalogue } from '../catalogue.ts';
import { type DraftRow, findDraft, importedFiles, listDrafts, waitingDraftsOf, waitingFor } from './draft-repo.ts';
import { entryDiff } from './entry-diff.ts';
import type { ExchangeHost } from './exchange-host.ts';
import { exportInChild } from './export-in-child.ts';
import { importPreview } from './import-preview.ts';
import { importSteps } from './import-steps.ts';
import { listed, PreviewShelf, taken } from './kept-preview.ts';
import { releaseSnapshot } from './release-snapshot.ts';
import { writeExport } from './write-export.ts';

export interface ExchangeDeps {
  db: WriteHandle;
  journal: Journal;
  clock: Clock;
  ids: Ids;
  logger: Logger;
  timeZone: string;
  catalogue: Catalogue;
  host: ExchangeHost;
}

const LEADS: readonly Role[] = ['lead', 'reviewer', 'administrator'];
/** Entries one event carries, so that none grows beyond what is sealed and sent at a time. */
const EVENT_ENTRIES = 100;

export function exchangeHandlers({ db, journal, clock, ids, logger, timeZone, catalogue, host }: ExchangeDeps) {
  const os = implement(exchangeContract).$context<CallContext>();
  const shelf = new PreviewShelf();

  const summaryOf = (row: DraftRow) => ({
    draftId: row.draft_id,
    importId: row.import_id,
    entryId: row.entry_id,
    packTitle: catalogue.packTitle(row.pack_id),
    kind: row.kind,
    title: row.title,
    change: row.change,
    at: { sheet: row.at_sheet, row: row.at_row },
    state: row.state,
  });

  return os.router({
    preview: os.preview.handler(async function* ({ input, context, signal }) {
      const person = requireRole(context, LEADS);
      const path = await host.chosenPath(input.fileToken);
      if (path === null) {
        yield { kind: 'refused', refusal: { key: 'fileGone' } };
        return;
      }
      const options = { ...input.options, today: siteTime(clock.nowMs(), timeZone).day };
      const startParser = (memoryLimit: number) => host.startChild('parse', memoryLimit);
      yield* importSteps(
        (stop, onProgress) =>
          importPreview(path, options, {
            library: releaseSnapshot(catalogue.release),
            startParser,
            signal: stop,
            onProgress,
          }),
        (preview) => ({ kind: 'preview', summary: shelf.keep({ id: ids.next(), personId: person.id, preview }) }),
        signal,
      );
    }),
    previewItems: os.previewItems.handler(({ input, context, errors }) => {
      const kept = shelf.find(input.previewId, requireRole(context, LEADS).id);
      if (!kept) throw errors.notFound({ data: { what: 'preview', id: input.previewId } });
      return listed(kept.preview, input.list, input.from, input.limit);
    }),
    apply: os.apply.handler(({ input, context, errors }) => {
      const person = requireRole(context, LEADS);
      const kept = shelf.find(input.previewId, person.id);
      if (!kept) throw errors.notFound({ data: { what: 'preview', id: input.previewId } });
      const { file } = kept.preview;
      const entries = taken(kept.preview, input.leaveOut).map(({ state, at, packId, entry }) => ({
        draftId: ids.next(),
        entryId: entry.id,
        packId,
        change: state,
        at,
        entry,
      }));
      const importId = ids.next();
      const replaced = journal.transaction(person.id, (tx) => {
        const overtaken = waitingFor(
          tx.db,
          entries.map(({ entryId }) => entryId),
        );
        for (let from = 0; from < entries.length; from += EVENT_ENTRIES)
          tx.append(wordingImported, {
            importId,
            fileName: file.name,
            format: file.format,
            sha256: file.sha256,
            entries: entries.slice(from, from + EVENT_ENTRIES),
          });
        return overtaken;
      });
      shelf.drop(kept.id);
      return { importId, drafts: entries.length, replaced };
    }),
    dropPreview: os.dropPreview.handler(({ input, context }) => {
      const kept = shelf.find(input.previewId, requireRole(context, LEADS).id);
      if (kept) shelf.drop(kept.id);
      return null;
    }),
    imports: os.imports.handler(({ context }) => {
      requireRole(context, LEADS);
      return importedFiles(db).map((row) => ({
        importId: row.import_id,
        atMs: row.at_ms,
        personName: row.person_id === null ? '' : (nameOfPerson(db, journal.fields, row.person_id) ?? ''),
        fileName: row.file_name,
        format: importFormatSchema.parse(row.format),
        waiting: row.waiting,
        approved: row.approved,
        discarded: row.discarded,
        replaced: row.replaced,
      }));
    }),
    drafts: os.drafts.handler(({ input, context }) => {
      requireRole(context, LEADS);
      const { total, drafts } = listDrafts(db, { ...input, importId: input.importId ?? null });
      return { total, drafts: drafts.map(summaryOf) };
    }),
    draft: os.draft.handler(({ input, context, errors }) => {
      requireRole(context, LEADS);
      const row = findDraft(db, input.draftId);
      if (!row) throw errors.notFound({ data: { what: 'draft', id: input.draftId } });
      const entry = entrySchema.parse(JSON.parse(row.entry_json));
      const inForce = catalogue.find(row.entry_id)?.entry;
      return { ...summaryOf(row), entry, changes: inForce ? entryDiff(inForce, entry) : null };
    }),
    discardDrafts: os.discardDrafts.handler(({ input, context }) => {
      const person = requireRole(context, LEADS);
      const waiting =
        'importId' in input
          ? waitingDraftsOf(db, input.importId)
          : input.draftIds.filter((draftId) => findDraft(db, draftId)?.state === 'waiting');
      if (waiting.length > 0)
        journal.transaction(person.id, (tx) => tx.append(wordingDraftsDiscarded, { draftIds: waiting }));
      return { discarded: waiting.length };
    }),
    export: os.export.handler(async ({ input, context, errors }) => {
      const person = requireRole(context, LEADS);
      const path = await host.chosenPath(input.fileToken);
      if (path === null) throw errors.notFound({ data: { what: 'file', id: input.fileToken } });
      const packId = input.packId ?? null;
      try {
        const format = input.format === 'pdf' ? 'html' : input.format;
        const library = releaseSnapshot(catalogue.release);
        const made = await exportInChild({ library, format, packId }, host.startChild);
        const bytes = input.format === 'pdf' ? await host.printPage(made.bytes) : made.bytes;
        const why = await writeExport(path, bytes, ids.next());
        if (why !== null) return { outcome: 'failed', why };
        journal.transaction(person.id, (tx) =>
          tx.append(wordingExported, { format: input.format, packId, entries: made.written }),
        );
        return { outcome: 'written', written: made.written, leftOut: made.leftOut, bytes: bytes.byteLength };
      } catch (cause) {
        logger.error('an export could not be made', cause);
        return { outcome: 'failed', why: 'notMade' };
      }
    }),
  });
}
