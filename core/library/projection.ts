import type { PayloadOf } from '#contract/declare-event.ts';
import { favouriteSet, lineCopied, lineSaid, missingReported } from '#contract/library.ts';
import { personalLineRemoved, personalLineWritten, personalTextSchema } from '#contract/personal-lines.ts';
import type { WriteHandle } from '../db/open.ts';
import type { OpenEvent } from '../journal/event.ts';
import { on, projection } from '../journal/projection.ts';
import { setFavourite } from './favourite-repo.ts';
import { insertLineUse } from './line-use-repo.ts';
import { insertMissingReport, removeMissingReport } from './missing-report-repo.ts';
import { markPersonalLineRemoved, upsertPersonalLine } from './personal/personal-line-repo.ts';

function keepUse(how: 'copied' | 'said') {
  return (db: WriteHandle, event: OpenEvent<PayloadOf<typeof lineCopied>>): void => {
    const { entryId, version, entryHash, variant, conversationId, text } = event.payload;
    const { id: eventId, epoch, seq, atMs, personId } = event;
    insertLineUse(db, {
      ...{ eventId, epoch, seq, atMs, personId, how },
      ...{ entryId, version, entryHash, variant, conversationId, text },
    });
  };
}

export const libraryProjection = projection(
  'library',
  ['line_use', 'line_count', 'favourite', 'missing_report', 'personal_line'],
  [
    on(lineCopied, keepUse('copied')),
    on(lineSaid, keepUse('said')),
    on(favouriteSet, (db, event) => {
      if (event.personId !== null) setFavourite(db, event.personId, event.payload.entryId, event.payload.favourite);
    }),
    on(personalLineWritten, (db, event, seal) => {
      const { entryId, version, entryHash, ...text } = event.payload;
      if (event.personId === null) return;
      const line = { ...personalTextSchema.parse(text), entryId, version, entryHash, writtenAtMs: event.atMs };
      upsertPersonalLine(db, seal, event.personId, line);
    }),
    on(personalLineRemoved, (db, event) => markPersonalLineRemoved(db, event.payload.entryId)),
    on(missingReported, (db, event, seal) =>
      insertMissingReport(db, seal, {
        eventId: event.id,
        atMs: event.atMs,
        personId: event.personId,
        ...event.payload,
      }),
    ),
  ],
  () => false,
  () => false,
  {
    forget(db, events) {
      for (const { kind, id } of events) if (kind === missingReported.kind) removeMissingReport(db, id);
      return events.every(({ kind }) => kind === missingReported.kind);
    },
  },
);
