import type { PayloadOf } from '#contract/declare-event.ts';
import { favouriteSet, lineCopied, lineSaid, missingReported } from '#contract/library.ts';
import type { WriteHandle } from '../db/open.ts';
import type { OpenEvent } from '../journal/event.ts';
import { on, projection } from '../journal/projection.ts';
import { setFavourite } from './favourite-repo.ts';
import { insertLineUse } from './line-use-repo.ts';
import { insertMissingReport } from './missing-report-repo.ts';

function keepUse(how: 'copied' | 'said') {
  return (db: WriteHandle, event: OpenEvent<PayloadOf<typeof lineCopied>>): void => {
    const { entryId, version, variant, conversationId, text } = event.payload;
    const { id: eventId, epoch, seq, atMs, personId } = event;
    insertLineUse(db, { eventId, epoch, seq, atMs, personId, how, entryId, version, variant, conversationId, text });
  };
}

export const libraryProjection = projection(
  'library',
  ['line_use', 'line_count', 'favourite', 'missing_report'],
  [
    on(lineCopied, keepUse('copied')),
    on(lineSaid, keepUse('said')),
    on(favouriteSet, (db, event) => {
      if (event.personId !== null) setFavourite(db, event.personId, event.payload.entryId, event.payload.favourite);
    }),
    on(missingReported, (db, event) =>
      insertMissingReport(db, { eventId: event.id, atMs: event.atMs, personId: event.personId, ...event.payload }),
    ),
  ],
);
