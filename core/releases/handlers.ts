import { implement } from '@orpc/server';
import { releaseQuizAnswered, releaseRead } from '#contract/releases/events.ts';
import { releasesContract } from '#contract/releases.ts';
import type { CallContext } from '../call-context.ts';
import { requirePerson } from '../call-context.ts';
import { isWording } from '../library/catalogue.ts';
import { searchableBody } from '../library/search-documents.ts';
import { changeViews } from './change-list.ts';
import { publishingHandlers } from './publishing/handlers.ts';
import { publishingStatus } from './publishing/status.ts';
import { type NearLine, questionsOn } from './quiz.ts';
import type { ReleaseHandlerParts } from './release-handler-parts.ts';
import { changesBrought, createReadingList, releasesWithChanges } from './what-changed.ts';

export function releasesHandlers(parts: ReleaseHandlerParts) {
  const { db, journal, desk, runner } = parts;
  const { catalogue } = desk.live;
  const os = implement(releasesContract).$context<CallContext>();
  const readings = createReadingList(db);

  /** First lines of what may be said, to ask about beside what changed. */
  const nearLines = (): NearLine[] =>
    catalogue.wordings.flatMap(({ entry }) =>
      entry.provenance.review === 'withdrawn' || !isWording(entry)
        ? []
        : [
            {
              entryId: entry.id,
              title: entry.title,
              text: searchableBody(entry, catalogue.fragments).split('\n', 1)[0] ?? '',
              scene: entry.scene,
            },
          ],
    );

  return os.router({
    ...publishingHandlers(parts),
    status: os.status.handler(({ context }) => publishingStatus(parts, context.person()?.id ?? null)),
    applied: os.applied.handler(({ input, context }) => readings.list(context.person()?.id ?? null, input.limit)),
    unread: os.unread.handler(({ context }) => {
      const personId = context.person()?.id ?? null;
      if (personId === null) return { releases: 0 };
      return { releases: readings.list(personId, 12).filter(({ readAtMs }) => readAtMs === null).length };
    }),
    changesIn: os.changesIn.handler(({ input, errors }) => {
      if (!releasesWithChanges(db).some(({ releaseHash }) => releaseHash === input.releaseHash)) {
        throw errors.notFound({ data: { what: 'release', id: input.releaseHash } });
      }
      const changes = changeViews(changesBrought(db, input.releaseHash), catalogue);
      return { changes, questions: questionsOn(changes, nearLines()) };
    }),
    markRead: os.markRead.handler(({ input, context }) => {
      const person = requirePerson(context);
      journal.transaction(person.id, (tx) => tx.append(releaseRead, input));
      return null;
    }),
    answerQuiz: os.answerQuiz.handler(({ input, context }) => {
      const person = requirePerson(context);
      journal.transaction(person.id, (tx) => tx.append(releaseQuizAnswered, input));
      return null;
    }),
    checkNow: os.checkNow.handler(({ context }) => {
      requirePerson(context);
      desk.nudge();
      runner.tryNow();
      return null;
    }),
  });
}
