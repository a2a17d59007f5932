import { implement } from '@orpc/server';
import {
  defaultRules,
  holidayYearDropped,
  holidayYearLoaded,
  type SiteRules,
  type SiteRulesView,
  siteRulesChanged,
  siteRulesConfirmed,
  siteRulesContract,
} from '#contract/site-rules.ts';
import { type CallContext, requireRole } from '../call-context.ts';
import type { Clock } from '../clock.ts';
import type { WriteHandle } from '../db/open.ts';
import { deadlineFrom, NoOpenHours } from '../deadlines/deadline.ts';
import { dayIn } from '../deadlines/zone-offset.ts';
import type { Journal } from '../journal/journal.ts';
import { findPerson } from '../people/people-repo.ts';
import { siteCalendar } from './calendar-of-site.ts';
import { readHolidayFile } from './holiday-file.ts';
import { defaultsOfDesk, listChosenRules, readSiteRules, rulesToConfirm } from './site-rules-repo.ts';
import { yearOverview } from './year-overview.ts';

export interface SiteRulesDeps {
  db: WriteHandle;
  journal: Journal;
  clock: Clock;
}

const MAY_CHANGE = ['lead', 'administrator'] as const;

export function siteRulesHandlers({ db, journal, clock }: SiteRulesDeps) {
  const os = implement(siteRulesContract).$context<CallContext>();

  function view(context: CallContext): SiteRulesView {
    const rules = readSiteRules(db);
    const role = context.person()?.role;
    return {
      rules,
      defaults: defaultsOfDesk(db),
      chosen: listChosenRules(db).map(({ name, personId, atMs }) => ({
        name,
        personName: (personId === null ? null : findPerson(db, journal.fields, personId))?.name ?? '',
        atMs,
      })),
      toConfirm: rulesToConfirm(db),
      years: yearOverview(rules, Number(dayIn(clock.nowMs(), rules.timeZone).slice(0, 4))),
      example: exampleOf(rules, clock.nowMs()),
      mayChange: MAY_CHANGE.some((one) => one === role),
    };
  }

  return os.router({
    read: os.read.handler(({ context }) => view(context)),
    change: os.change.handler(({ input, context }) => {
      const person = requireRole(context, MAY_CHANGE);
      const set = Object.fromEntries(Object.entries(input.set).filter(([, value]) => value !== undefined));
      if (Object.keys(set).length > 0 || input.reset.length > 0) {
        journal.transaction(person.id, (tx) => tx.append(siteRulesChanged, { set, reset: input.reset }));
      }
      return view(context);
    }),
    confirm: os.confirm.handler(({ input, context }) => {
      const person = requireRole(context, MAY_CHANGE);
      const open = rulesToConfirm(db);
      const names = input.names.filter((name) => open.includes(name));
      if (names.length > 0) {
        const values = Object.fromEntries(names.map((name) => [name, defaultRules[name]]));
        journal.transaction(person.id, (tx) => tx.append(siteRulesConfirmed, { values }));
      }
      return view(context);
    }),
    checkHolidayFile: os.checkHolidayFile.handler(({ input }) => readHolidayFile(input.text)),
    loadYear: os.loadYear.handler(({ input, context }) => {
      const person = requireRole(context, MAY_CHANGE);
      journal.transaction(person.id, (tx) => tx.append(holidayYearLoaded, input));
      return view(context);
    }),
    dropYear: os.dropYear.handler(({ input, context, errors }) => {
      const person = requireRole(context, MAY_CHANGE);
      if (!readSiteRules(db).holidayYears.some(({ year }) => year === input.year)) {
        throw errors.notFound({ data: { what: 'holidayYear', id: String(input.year) } });
      }
      journal.transaction(person.id, (tx) => tx.append(holidayYearDropped, input));
      return view(context);
    }),
  });
}

function exampleOf(rules: SiteRules, nowMs: number): SiteRulesView['example'] {
  try {
    const limit = { clock: 'working', minutes: rules.greenChannelResponseMinutes } as const;
    return { nowMs, deadline: deadlineFrom(nowMs, limit, siteCalendar(rules)) };
  } catch (error) {
    if (error instanceof NoOpenHours) return null;
    throw error;
  }
}
