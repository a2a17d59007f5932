import { implement } from '@orpc/server';
import { type PrivacyOverview, privacyContract } from '#contract/privacy.ts';
import { listBackups, listSetAside } from '../backups/backup-folder.ts';
import { type CallContext, requireRole } from '../call-context.ts';
import type { Clock } from '../clock.ts';
import type { DataFolder } from '../db/data-folder.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import { searchInWorker } from '../journal/search-in-worker.ts';
import { everybody, nameOfPerson } from '../people/people-repo.ts';
import { countOfRuns, eraseRuns, subjectsOfRuns } from '../rehearsal/erase-runs.ts';
import type { RehearsalJournals } from '../rehearsal/rehearsal-journal.ts';
import { listRemarks } from '../rehearsal/remark-repo.ts';
import { type CleanUp, copiesIn } from './clean-up.ts';
import { type ListedErasure, listErasures } from './erasure-repo.ts';
import { findAlerts } from './find-alerts.ts';
import { findPeople, isOpen } from './find-people.ts';
import { findRehearsed, rehearsedSubjects, remarkSubjects } from './find-rehearsed.ts';
import { findSearched } from './find-searched.ts';
import { countKeptFigures } from './kept-figure-repo.ts';
import { mattersOfSubject } from './matters-repo.ts';
import { readPrivacyFact } from './privacy-fact-repo.ts';
import { type RetentionDays, retentionLines } from './retention.ts';
import type { RetentionRunner } from './retention-runner.ts';

const LEADING = ['lead', 'administrator'] as const;
const ERASURES_SHOWN = 20;

export interface PrivacyDeps {
  readonly db: WriteHandle;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly rehearsals: Pick<RehearsalJournals, 'ifAny'>;
  readonly folder: DataFolder;
  readonly workerUrl: URL;
  readonly cleanUp: CleanUp;
  readonly retention: RetentionRunner;
  days(): RetentionDays;
  /** The desk has a server, so that an erasure goes further than this computer. */
  travels(): boolean;
}

export function privacyHandlers(deps: PrivacyDeps) {
  const { db, journal, rehearsals, clock, folder, workerUrl, cleanUp, retention } = deps;
  const os = implement(privacyContract).$context<CallContext>();
  const look = (file: string, subjectIds: readonly string[], copies: readonly string[]) =>
    searchInWorker(workerUrl, { file, subjectIds, copies });

  /**
   * What was chosen, by the journal that holds it: a colleague's id means their rehearsals and the remarks on their role plays,
   * never what else live work says of them. `runs` go whole; `rehearsed` are the ids by which they are found.
   */
  function parted(chosen: readonly string[]) {
    const store = rehearsals.ifAny();
    const colleagues = new Set(everybody(db, journal.fields).map(({ id }) => id));
    const runs = store === null ? [] : rehearsedSubjects(store.db, chosen);
    const remarks = remarkSubjects(listRemarks(db, journal.fields), chosen);
    const live = chosen.filter((id) => !colleagues.has(id) && !runs.includes(id) && !remarks.includes(id));
    const rehearsed = store === null ? [] : subjectsOfRuns(store, runs);
    return { live: [...live, ...remarks], runs, rehearsed, store };
  }

  function erasures(): ListedErasure[] {
    const store = rehearsals.ifAny();
    return [
      ...listErasures(db, journal, ERASURES_SHOWN),
      ...(store === null ? [] : listErasures(store.db, store.journal, ERASURES_SHOWN)),
    ]
      .toSorted((one, other) => other.atMs - one.atMs)
      .slice(0, ERASURES_SHOWN);
  }

  return os.router({
    find: os.find.handler(async ({ input, context }) => {
      requireRole(context, LEADING);
      const people = await findPeople(db, journal.fields, input);
      const alerts = await findAlerts(db, journal.fields, input, people);
      const searched = await findSearched(db, journal.fields, journal.head().installId, input);
      const remarks = listRemarks(db, journal.fields);
      const rehearsed = await findRehearsed(rehearsals.ifAny(), remarks, everybody(db, journal.fields), input);
      return [...people, ...alerts, ...searched, ...rehearsed];
    }),
    preview: os.preview.handler(async ({ input, context }) => {
      requireRole(context, LEADING);
      const copies = copiesIn(folder);
      const files = copies.map(({ file }) => file);
      const { live, runs, rehearsed, store } = parted(input.subjectIds);
      const { touched, holding } = await look(folder.database, live, files);
      const second = rehearsed.length > 0 ? await look(folder.rehearsals, rehearsed, files) : null;
      const holders = new Set([...holding, ...(second?.holding ?? [])]);
      const held = new Set(copies.filter(({ file }) => holders.has(file)).map(({ name }) => name));
      // The copy of rehearsals counts as part of the backup it was made with.
      const backups = listBackups(folder.backups).filter(
        ({ name }) => held.has(name) || held.has(name.replace(/^counterpart-/, 'rehearsal-')),
      );
      const aside = listSetAside(folder.setAside).filter(({ name }) => held.has(name));
      return {
        ownEvents: touched.own.length + (store && second ? countOfRuns(store, runs, second.touched) : 0),
        foreignEvents: touched.foreign.length,
        backups: backups.map(({ name, madeAtMs }) => ({ name, madeAtMs })),
        setAside: aside.map(({ name }) => name),
        travels: live.length > 0 && deps.travels(),
      };
    }),
    erase: os.erase.handler(async ({ input, context }) => {
      const person = requireRole(context, LEADING);
      const { why } = input;
      const { live, runs, rehearsed, store } = parted(input.subjectIds);
      const found = (await look(folder.database, live, [])).touched;
      const foundRehearsed = rehearsed.length > 0 ? (await look(folder.rehearsals, rehearsed, [])).touched : undefined;
      // Looked at after the search: something may have been opened meanwhile.
      if (live.some((id) => mattersOfSubject(db, id).some(isOpen))) return { outcome: 'stillOpen' };
      cleanUp.noteToPurge([...live, ...rehearsed]);
      const by = { personId: person.id, reason: why };
      let events = live.length > 0 ? journal.eraseSubjects({ ...by, subjectIds: live, found }) : 0;
      if (store !== null && foundRehearsed !== undefined) {
        cleanUp.noteToScrub();
        events += eraseRuns(store, runs, by, foundRehearsed);
      }
      void cleanUp.run();
      return { outcome: 'erased', events };
    }),
    overview: os.overview.handler(({ context }): PrivacyOverview => {
      requireRole(context, LEADING);
      return {
        retention: retentionLines(db, journal.fields, rehearsals.ifAny()?.db ?? null, deps.days(), clock.nowMs()),
        lastRoundAtMs: readPrivacyFact(db, 'lastRoundAtMs'),
        erasures: erasures().map(({ personId, ...erasure }) => ({
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
