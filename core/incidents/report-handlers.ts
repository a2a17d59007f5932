import { implement, ORPCError } from '@orpc/server';
import { incidentsContract } from '#contract/incidents.ts';
import type { Person } from '#contract/people.ts';
import { type CallContext, requirePerson, requireRole } from '../call-context.ts';
import type { ReadHandle } from '../db/open.ts';
import type { Ids } from '../ids.ts';
import type { Journal } from '../journal/journal.ts';
import type { ExchangeHost } from '../library/exchange/exchange-host.ts';
import { writeExport } from '../library/exchange/write-export.ts';
import { readSiteRules } from '../site-rules/site-rules-repo.ts';
import { type Incident, LEADING } from './incident.ts';
import { notFound } from './refused.ts';
import { reportOn } from './report.ts';
import { reportPage } from './report-page.ts';
import { reportWorkbook } from './report-workbook.ts';
import type { ShowParts } from './show-incident.ts';

interface ReportParts {
  db: ReadHandle;
  journal: Journal;
  ids: Ids;
  host: Pick<ExchangeHost, 'chosenPath' | 'printPage'>;
  look(incidentId: string): Incident;
  showPartsFor(person: Person | null): ShowParts;
}

/** The report on the screen, and as a file. */
export function reportHandlers({ db, journal, ids, host, look, showPartsFor }: ReportParts) {
  const os = implement(incidentsContract).$context<CallContext>();
  const write = (incidentId: string, person: Person) => {
    const { timeZone, siteName } = readSiteRules(db);
    return reportOn(look(incidentId), { ...showPartsFor(person), db, journal, timeZone, siteName });
  };
  return {
    report: os.report.handler(({ input, context }) => write(input.incidentId, requirePerson(context))),
    exportReport: os.exportReport.handler(async ({ input, context }) => {
      const report = write(input.incidentId, requireRole(context, LEADING));
      const path = await host.chosenPath(input.fileToken);
      if (path === null) throw notFound('file', input.fileToken);
      const bytes = /\.xlsx$/i.test(path)
        ? await reportWorkbook(report, input.language)
        : await host.printPage(reportPage(report, input.language));
      if ((await writeExport(path, bytes, ids.next())) !== null) throw new ORPCError('storageFull', { defined: true });
      return null;
    }),
  };
}
