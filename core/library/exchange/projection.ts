import { wordingDraftsDiscarded, wordingImported } from '#contract/exchange.ts';
import { on, projection } from '#core/journal/projection.ts';
import { discardDrafts, insertImported } from './draft-repo.ts';

export const exchangeProjection = projection(
  'exchange',
  ['imported_draft', 'imported_file'],
  [
    on(wordingImported, insertImported),
    on(wordingDraftsDiscarded, (db, event) => discardDrafts(db, event.payload.draftIds)),
  ],
);
