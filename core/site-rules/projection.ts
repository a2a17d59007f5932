import {
  holidayYearDropped,
  holidayYearLoaded,
  type RuleName,
  siteRulesChanged,
  siteRulesConfirmed,
} from '#contract/site-rules.ts';
import { on, projection } from '../journal/projection.ts';
import { forgetHolidayYear, forgetRule, writeConfirmed, writeHolidayYear, writeRule } from './site-rules-repo.ts';

export const siteRulesProjection = projection(
  'siteRules',
  ['site_rule', 'confirmed_rule', 'holiday_year'],
  [
    on(siteRulesChanged, (db, { payload, personId, atMs }) => {
      for (const name of payload.reset) forgetRule(db, name);
      for (const [name, value] of Object.entries(payload.set)) {
        if (value !== undefined) writeRule(db, { name: name as RuleName, personId, atMs }, value);
      }
    }),
    on(siteRulesConfirmed, (db, { payload, personId, atMs }) => {
      for (const [name, value] of Object.entries(payload.values)) {
        if (value !== undefined) writeConfirmed(db, { name: name as RuleName, personId, atMs }, value);
      }
    }),
    on(holidayYearLoaded, (db, { payload }) => writeHolidayYear(db, payload)),
    on(holidayYearDropped, (db, { payload }) => forgetHolidayYear(db, payload.year)),
  ],
  () => true,
);
