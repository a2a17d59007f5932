import { implement, ORPCError } from '@orpc/server';
import type { Behind, InsightFigures, InsightQuery } from '#contract/insight/views.ts';
import { insightContract } from '#contract/insight.ts';
import type { Person } from '#contract/people.ts';
import { type CallContext, requirePerson } from '../call-context.ts';
import type { Clock } from '../clock.ts';
import type { ReadHandle } from '../db/open.ts';
import type { Ids } from '../ids.ts';
import type { Journal } from '../journal/journal.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { writeExport } from '../library/exchange/write-export.ts';
import { listPeople, nameOfPerson } from '../people/people-repo.ts';
import { listScores } from '../rehearsal/score-repo.ts';
import { readSiteRules } from '../site-rules/site-rules-repo.ts';
import { siteTime } from '../site-time.ts';
import { findMerged } from '../work-orders/work-order-repo.ts';
import { dueEntries } from '../workshop/due-entries.ts';
import { verifiedAt } from '../workshop/review-repo.ts';
import { type BehindQuery, type FactBehind, ordersBehind } from './behind-repo.ts';
import { zoneOf } from './count-repo.ts';
import type { FiguresReader } from './figures-in-worker.ts';
import { knownDesks, type Reach } from './figures-repo.ts';
import { daysOf } from './period.ts';
import { presentFacts } from './present-behind.ts';
import { presentFigures } from './present-figures.ts';
import { writeWorkbook } from './write-workbook.ts';

export interface InsightDeps {
  readonly db: ReadHandle;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly catalogue: Catalogue;
  readonly installId: string;
  readonly reader: FiguresReader;
  /** The path behind a token that the shell gave for a file somebody chose; null when there is none. */
  chosenPath(token: string): Promise<string | null>;
}

const LEADING: readonly Person['role'][] = ['lead', 'reviewer', 'administrator'];
const DUE_WITHIN_DAYS = 30;
const ORDERS: readonly Behind[] = ['orders', 'late', 'reopened', 'callbacks'];

export function insightHandlers({ db, journal, clock, ids, catalogue, installId, reader, chosenPath }: InsightDeps) {
  const os = implement(insightContract).$context<CallContext>();
  const zone = () => zoneOf(db, installId);

  /** People see their own figures, leads everybody's: one rule for figures and for what is behind them. */
  function scopeFor(context: CallContext, of: InsightQuery['of']): string {
    const person = requirePerson(context);
    if (of.who === 'own' || (of.who === 'person' && of.personId === person.id)) return `p:${person.id}`;
    if (!LEADING.includes(person.role))
      throw new ORPCError('notAllowed', { defined: true, data: { needs: [...LEADING] } });
    return of.who === 'all' ? '' : of.who === 'person' ? `p:${of.personId}` : `d:${of.installId}`;
  }

  function reachFor(context: CallContext, { period, of, packId }: InsightQuery) {
    const days = daysOf(period, clock.nowMs(), zone());
    return { ...days, scope: scopeFor(context, of), prefix: packId === null ? '' : `${packId}/` };
  }

  function due(context: CallContext, today: string, packId: string | null) {
    if (!LEADING.includes(requirePerson(context).role)) return null;
    const verified = new Map(
      [...verifiedAt(db)].map(([entryId, { entryHash, atMs }]) => [
        entryId,
        { entryHash, day: siteTime(atMs, zone()).day },
      ]),
    );
    const packOf = packId === null ? null : catalogue.packTitle(packId);
    return dueEntries({ catalogue, verified, today, withinDays: DUE_WITHIN_DAYS }).filter(
      ({ packTitle }) => packOf === null || packTitle === packOf,
    );
  }

  const nameOf = (personId: string): string => nameOfPerson(db, journal.fields, personId) ?? '';

  return os.router({
    figures: os.figures.handler(async ({ input, context }): Promise<InsightFigures> => {
      const reach = reachFor(context, input);
      const today = siteTime(clock.nowMs(), zone()).day;
      const { fromDay, toDay } = reach;
      const { packId } = input;
      const repeatDays = readSiteRules(db).repeatComplaintDays;
      const dueNow = due(context, today, packId);
      const raw = await reader.figures(reach);
      return presentFigures(raw, { catalogue, fromDay, toDay, today, packId, repeatDays, due: dueNow });
    }),
    behind: os.behind.handler(async ({ input, context }) => {
      const reach: Reach = reachFor(context, input);
      const { what, key, limit } = input;
      // One more than is shown says whether there is a next page.
      const query: BehindQuery = { ...reach, key, after: placeOf(input.after), limit: limit + 1 };
      const found = isAboutOrders(what) ? ordersBehind(db, what, query) : await reader.behind(what, query);
      const shown = found.slice(0, limit);
      const last = found.length > limit ? shown.at(-1) : undefined;
      const names = { catalogue, nameOf, runOf: titlesOfRuns() };
      const rows = shown.flatMap((row) => {
        if ('workOrderId' in row) {
          const order = findMerged(db, journal.fields, row.workOrderId)?.order;
          const title = order === undefined ? '' : `${order.number} ${order.matter}`;
          const link = order === undefined ? null : { to: 'order' as const, workOrderId: row.workOrderId };
          return [{ atMs: row.atMs, personName: nameOf(row.personId), title, ms: null, percent: null, link }];
        }
        return presentFacts(what, [row], names);
      });
      return { rows, next: last === undefined ? null : `${last.day}:${last.atMs}:${last.place}` };
    }),
    choices: os.choices.handler(({ context }) => {
      const leading = LEADING.includes(requirePerson(context).role);
      const desks = leading ? knownDesks(db) : [];
      const here = { installId, here: true };
      const others = desks.filter((id) => id !== installId).map((id) => ({ installId: id, here: false }));
      return {
        people: leading ? listPeople(db, journal.fields).map(({ id, name }) => ({ personId: id, name })) : [],
        desks: leading ? [here, ...others] : [],
        packs: catalogue.release.packs.map(({ id, title }) => ({ packId: id, title })),
        siteName: readSiteRules(db).siteName,
      };
    }),
    exportSheets: os.exportSheets.handler(async ({ input, context }) => {
      requirePerson(context);
      const path = await chosenPath(input.fileToken);
      if (path === null) return { outcome: 'failed', why: 'noFile' };
      const failed = await writeExport(path, await writeWorkbook(input.sheets), ids.next());
      return failed === null ? { outcome: 'exported' } : { outcome: 'failed', why: failed };
    }),
  });

  /** Read at the first that is asked for. */
  function titlesOfRuns(): (runId: string) => string {
    let known: ReadonlyMap<string, string> | null = null;
    return (runId) => {
      known ??= new Map(listScores(db, null).map((score) => [score.runId, score.title]));
      return known.get(runId) ?? '';
    };
  }
}

const isAboutOrders = (what: Behind): what is Exclude<Behind, FactBehind> => ORDERS.includes(what);

function placeOf(after: string | null): BehindQuery['after'] {
  if (after === null) return null;
  const [day = 0, atMs = 0, place = 0] = after.split(':').map(Number);
  return { day, atMs, place };
}
