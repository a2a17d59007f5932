import {
  holidayYearDropped,
  holidayYearLoaded,
  type RuleName,
  siteRulesChanged,
  siteRulesConfirmed,
} from '#contract/site-rules.ts';
import { on, projection } from '../journal/projection.ts';
import { isLastChange } from './rule-mark-repo.ts';
import { forgetHolidayYear, forgetRule, writeConfirmed, writeHolidayYear, writeRule } from './site-rules-repo.ts';

export const siteRulesProjection = projection(
  'siteRules',
  ['site_rule', 'confirmed_rule', 'holiday_year', 'rule_mark'],
  [
    on(siteRulesChanged, (db, event) => {
      const { payload, personId, atMs } = event;
      for (const name of payload.reset) {
        if (!(name in payload.set) && isLastChange(db, `rule/${name}`, event)) forgetRule(db, name);
      }
      for (const [name, value] of Object.entries(payload.set)) {
        if (value === undefined || !isLastChange(db, `rule/${name}`, event)) continue;
        writeRule(db, { name: name as RuleName, personId, atMs }, value);
      }
    }),
    on(siteRulesConfirmed, (db, event) => {
      const { payload, personId, atMs } = event;
      for (const [name, value] of Object.entries(payload.values)) {
        if (value === undefined || !isLastChange(db, `confirmed/${name}`, event)) continue;
        writeConfirmed(db, { name: name as RuleName, personId, atMs }, value);
      }
    }),
    on(holidayYearLoaded, (db, event) => {
      if (isLastChange(db, `year/${event.payload.year}`, event)) writeHolidayYear(db, event.payload);
    }),
    on(holidayYearDropped, (db, event) => {
      if (isLastChange(db, `year/${event.payload.year}`, event)) forgetHolidayYear(db, event.payload.year);
    }),
  ],
  () => true,
);
