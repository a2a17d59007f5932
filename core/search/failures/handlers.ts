import { implement } from '@orpc/server';
import type { Person } from '#contract/people.ts';
import { searchFailuresContract } from '#contract/search-failures.ts';
import { type CallContext, requireRole } from '#core/call-context.ts';
import type { Clock } from '#core/clock.ts';
import type { ReadHandle } from '#core/db/open.ts';
import type { Journal } from '#core/journal/journal.ts';
import type { Catalogue } from '#core/library/catalogue.ts';
import { failuresSince } from './failure-repo.ts';
import { groupFailures } from './group-failures.ts';

const LEADING: readonly Person['role'][] = ['lead', 'reviewer', 'administrator'];
const DAY_MS = 86_400_000;
/** So many of the newest are opened and counted. */
const READ_MAX = 5_000;

export interface SearchFailuresDeps {
  db: ReadHandle;
  journal: Journal;
  clock: Clock;
  catalogue: Catalogue;
}

export function searchFailuresHandlers({ db, journal, clock, catalogue }: SearchFailuresDeps) {
  const os = implement(searchFailuresContract).$context<CallContext>();
  return os.router({
    failures: os.failures.handler(({ input, context }) => {
      requireRole(context, LEADING);
      const failures = failuresSince(db, journal.fields, clock.nowMs() - input.days * DAY_MS, READ_MAX);
      const titleOf = (entryId: string) => catalogue.findWording(entryId)?.entry.title ?? '';
      return groupFailures(failures, titleOf).slice(0, input.limit);
    }),
  });
}
