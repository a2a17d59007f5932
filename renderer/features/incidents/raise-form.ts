import type { IncidentPlanView } from '#contract/incidents/view.ts';
import type { Channel } from '#contract/vocabulary.ts';

const HOUR_MS = 3_600_000;

/** What a lead has chosen so far; everything begins as the plan proposes it. */
export interface RaiseForm {
  readonly text: string;
  readonly lines: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  readonly starts: 'now' | 'later';
  /** As the system's own field for moments gives it, in local time. */
  readonly startText: string;
  readonly hours: number;
  readonly places: readonly string[];
  readonly channels: readonly Channel[];
  readonly speaker: IncidentPlanView['speaker'];
  readonly speakerIds: readonly string[];
  readonly speakerPost: string;
  readonly speakerReach: string;
  readonly readWithinMinutes: number;
  readonly contacts: IncidentPlanView['contacts'];
}

/** The plan's own proposal: its first line, the others to tick where they apply. */
export function proposedBy(plan: IncidentPlanView): RaiseForm {
  const { opening, hours, speaker, speakerPost, speakerReach, readWithinMinutes, contacts } = plan;
  return {
    ...{ text: opening, hours, speaker, speakerPost, speakerReach, readWithinMinutes, contacts },
    lines: plan.lines.slice(0, 1).map(({ entryId }) => entryId),
    ...{ values: {}, starts: 'now', startText: '', places: [], channels: [], speakerIds: [] },
  };
}

export type Unready = 'text' | 'gap' | 'start' | 'speaker' | null;

/** What still keeps it from being raised. */
export function unreadyOf({ text, starts, startText, speaker, speakerIds }: RaiseForm): Unready {
  if (text.trim() === '') return 'text';
  if (/〔[^〕]*〕/.test(text)) return 'gap';
  if (starts === 'later' && Number.isNaN(Date.parse(startText))) return 'start';
  return speaker === 'spokesperson' && speakerIds.length === 0 ? 'speaker' : null;
}

/** From when to when, in milliseconds since 1970; no start is now. */
export function spanOf(
  { starts, startText, hours }: RaiseForm,
  nowMs: number,
): { fromMs: number | null; toMs: number } {
  const startMs = starts === 'later' ? Date.parse(startText) : Number.NaN;
  const fromMs = Number.isNaN(startMs) ? null : startMs;
  return { fromMs, toMs: Math.max(fromMs ?? nowMs, nowMs) + hours * HOUR_MS };
}

/** `all` with `one` put in or taken out. */
export function toggled<Value>(all: readonly Value[], one: Value): Value[] {
  return all.includes(one) ? all.filter((each) => each !== one) : [...all, one];
}
