import { type HolidayYear, holidayYearSchema } from '#contract/site-rules/opening-hours.ts';
import {
  type ChosenRules,
  defaultRules,
  oursUntilConfirmed,
  type RuleName,
  ruleNames,
  ruleSchemas,
  type SiteRules,
} from '#contract/site-rules.ts';
import { canonicalText } from '#ledger/canonical.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';

export interface ChosenRule {
  name: RuleName;
  personId: string | null;
  atMs: number;
}

interface RuleRow {
  name: string;
  value_json: string;
  person_id: string | null;
  at_ms: number;
}

const isRuleName = (name: string): name is RuleName => (ruleNames as readonly string[]).includes(name);

function ruleRows(db: ReadHandle): RuleRow[] {
  return prepared(db, 'SELECT name, value_json, person_id, at_ms FROM site_rule ORDER BY name').all() as RuleRow[];
}

/** The rules in force on this desk. A stored value that no longer fits its rule counts as not chosen. */
export function readSiteRules(db: ReadHandle): SiteRules {
  const chosen: Partial<Record<RuleName, unknown>> = {};
  for (const { name, value_json } of ruleRows(db)) {
    if (!isRuleName(name)) continue;
    const read = ruleSchemas[name].safeParse(JSON.parse(value_json));
    if (read.success) chosen[name] = read.data;
  }
  return { ...defaultsOfDesk(db), ...(chosen as Partial<ChosenRules>), holidayYears: readHolidayYears(db) };
}

/** The defaults on this desk: the time zone is the one its computer runs in. */
export function defaultsOfDesk(db: ReadHandle): ChosenRules {
  const zone: unknown = prepared(db, 'SELECT time_zone FROM desk_zone').pluck().get();
  return typeof zone === 'string' ? { ...defaultRules, timeZone: zone } : defaultRules;
}

/** Which rules were chosen here, by whom and when. */
export function listChosenRules(db: ReadHandle): ChosenRule[] {
  return ruleRows(db).flatMap(({ name, person_id, at_ms }) =>
    isRuleName(name) ? [{ name, personId: person_id, atMs: at_ms }] : [],
  );
}

/** Which of two choices is the later one is for rule-mark-repo.ts to say. */
export function writeRule(db: WriteHandle, rule: ChosenRule, value: unknown): void {
  prepared(
    db,
    `INSERT INTO site_rule (name, value_json, person_id, at_ms) VALUES (?, ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET value_json = excluded.value_json, person_id = excluded.person_id, at_ms = excluded.at_ms`,
  ).run(rule.name, canonicalText(value), rule.personId, rule.atMs);
}

export function writeConfirmed(db: WriteHandle, rule: ChosenRule, value: unknown): void {
  prepared(
    db,
    `INSERT INTO confirmed_rule (name, value_json, person_id, at_ms) VALUES (?, ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET value_json = excluded.value_json, person_id = excluded.person_id, at_ms = excluded.at_ms`,
  ).run(rule.name, canonicalText(value), rule.personId, rule.atMs);
}

/** Rules whose default is ours, that nobody here chose, and whose value of today nobody confirmed. */
export function rulesToConfirm(db: ReadHandle): RuleName[] {
  const chosen = new Set(listChosenRules(db).map(({ name }) => name));
  const rows = prepared(db, 'SELECT name, value_json FROM confirmed_rule').all() as RuleRow[];
  const confirmed = new Map(rows.map(({ name, value_json }) => [name, value_json]));
  return oursUntilConfirmed.filter(
    (name) => !chosen.has(name) && confirmed.get(name) !== canonicalText(defaultRules[name]),
  );
}

export function forgetRule(db: WriteHandle, name: string): void {
  prepared(db, 'DELETE FROM site_rule WHERE name = ?').run(name);
}

function readHolidayYears(db: ReadHandle): HolidayYear[] {
  const rows = prepared(db, 'SELECT year_json FROM holiday_year ORDER BY year').pluck().all() as string[];
  return rows.flatMap((row) => {
    const read = holidayYearSchema.safeParse(JSON.parse(row));
    return read.success ? [read.data] : [];
  });
}

export function writeHolidayYear(db: WriteHandle, loaded: HolidayYear): void {
  prepared(
    db,
    'INSERT INTO holiday_year (year, year_json) VALUES (?, ?) ON CONFLICT (year) DO UPDATE SET year_json = excluded.year_json',
  ).run(loaded.year, canonicalText(loaded));
}

export function forgetHolidayYear(db: WriteHandle, year: number): void {
  prepared(db, 'DELETE FROM holiday_year WHERE year = ?').run(year);
}

/** Notes at each start in which zone this computer runs; no event, since it is a fact of the computer and not of the site. */
export function noteDeskZone(db: WriteHandle, timeZone: string): void {
  prepared(
    db,
    'INSERT INTO desk_zone (only, time_zone) VALUES (1, ?) ON CONFLICT (only) DO UPDATE SET time_zone = excluded.time_zone',
  ).run(timeZone);
}
