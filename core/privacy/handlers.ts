import { implement } from '@orpc/server';
import { type PrivacyOverview, privacyContract } from '#contract/privacy.ts';
import { listBackups } from '../backups/backup-folder.ts';
import { type CallContext, requireRole } from '../call-context.ts';
import type { Clock } from '../clock.ts';
import type { DataFolder } from '../db/data-folder.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import { searchInWorker } from '../journal/search-in-worker.ts';
import { nameOfPerson } from '../people/people-repo.ts';
import { type CleanUp, copiesIn } from './clean-up.ts';
import { listErasures } from './erasure-repo.ts';
import { findPeople, isOpen } from './find-people.ts';
import { countKeptFigures } from './kept-figure-repo.ts';
import { mattersOfCustomer } from './matters-repo.ts';
import { readPrivacyFact } from './privacy-fact-repo.ts';
import { type RetentionDays, retentionLines } from './retention.ts';
import type { RetentionRunner } from './retention-runner.ts';

const LEADING = ['lead', 'administrator'] as const;
const ERASURES_SHOWN = 20;

export interface PrivacyDeps {
  readonly db: WriteHandle;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly folder: DataFolder;
  readonly workerUrl: URL;
  readonly cleanUp: CleanUp;
  readonly retention: RetentionRunner;
  days(): RetentionDays;
  /** The desk has a server, so that an erasure goes further than this computer. */
  travels(): boolean;
}

export function privacyHandlers(deps: PrivacyDeps) {
  const { db, journal, clock, folder, workerUrl, cleanUp, retention } = deps;
  const os = implement(privacyContract).$context<CallContext>();
  const look = (subjectIds: readonly string[], copies: readonly string[]) =>
    searchInWorker(workerUrl, { file: folder.database, subjectIds, copies });

  return os.router({
    find: os.find.handler(({ input, context }) => {
      requireRole(context, LEADING);
      return findPeople(db, journal.fields, input);
    }),
    preview: os.preview.handler(async ({ input, context }) => {
      requireRole(context, LEADING);
      const copies = copiesIn(folder);
      const { touched, holding } = await look(
        input.subjectIds,
        copies.map(({ file }) => file),
      );
      const held = new Set(copies.filter(({ file }) => holding.includes(file)).map(({ name }) => name));
      const backups = listBackups(folder.backups).filter(({ name }) => held.has(name));
      return {
        ownEvents: touched.own.length,
        foreignEvents: touched.foreign.length,
        backups: backups.map(({ name, madeAtMs }) => ({ name, madeAtMs })),
        setAside: [...held].filter((name) => !backups.some((backup) => backup.name === name)),
        travels: deps.travels(),
      };
    }),
    erase: os.erase.handler(async ({ input, context }) => {
      const person = requireRole(context, LEADING);
      const { subjectIds, why } = input;
      const { touched } = await look(subjectIds, []);
      // Looked at after the search: something may have been opened meanwhile.
      if (subjectIds.some((id) => mattersOfCustomer(db, id).some(isOpen))) return { outcome: 'stillOpen' };
      cleanUp.noteToPurge(subjectIds);
      const events = journal.eraseSubjects({ personId: person.id, subjectIds, reason: why, found: touched });
      void cleanUp.run();
      return { outcome: 'erased', events };
    }),
    overview: os.overview.handler(({ context }): PrivacyOverview => {
      requireRole(context, LEADING);
      return {
        retention: retentionLines(db, deps.days(), clock.nowMs()),
        lastRoundAtMs: readPrivacyFact(db, 'lastRoundAtMs'),
        erasures: listErasures(db, journal, ERASURES_SHOWN).map(({ personId, ...erasure }) => ({
          ...erasure,
          personName: personId === null ? '' : (nameOfPerson(db, journal.fields, personId) ?? ''),
        })),
        keptFigures: countKeptFigures(db),
        unfinished: cleanUp.unfinished(),
      };
    }),
    applyRetention: os.applyRetention.handler(async ({ context }) => {
      requireRole(context, LEADING);
      return { erased: await retention.apply() };
    }),
  });
}
