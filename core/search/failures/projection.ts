import { searchFailed } from '#contract/search-failures.ts';
import { on, projection } from '#core/journal/projection.ts';
import { insertFailure, removeFailure } from './failure-repo.ts';

export const searchFailuresProjection = projection(
  'searchFailures',
  ['search_failure'],
  [on(searchFailed, (db, event, seal) => insertFailure(db, seal, event))],
  () => true,
  () => false,
  {
    forget(db, events) {
      for (const { id } of events) removeFailure(db, id);
      return true;
    },
  },
);
