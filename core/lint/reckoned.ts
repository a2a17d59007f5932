import type { ReckonedReason } from '#contract/lint.ts';
import type { SiteRules } from '#contract/site-rules.ts';
import type { SiteCalendar } from '../deadlines/site-calendar.ts';

/** What the rules that reckon are told beside the text. */
export interface Circumstances {
  readonly rules: SiteRules;
  readonly calendar: SiteCalendar;
  readonly nowMs: number;
  /** Whole yuan the person may promise alone. */
  readonly mayPromiseYuan: number;
}

/** One place a reckoned rule minds, in the text that it was given. */
export interface ReckonedPlace {
  readonly start: number;
  readonly end: number;
  readonly reason: ReckonedReason;
  /** What to write instead. */
  readonly rewording: string;
}
