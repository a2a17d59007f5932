import type { IncidentLine } from '#contract/incidents/view.ts';
import type { Person } from '#contract/people.ts';
import { type NoticeWording, noticeWordings } from '../alerts/notice-lines.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { type Incident, maySpeak, valuesOf } from './incident.ts';

/** What anybody says instead of a statement to the outside, where no line of the incident has words of its own for it. */
const INSTEAD = 'special-calls/media-spokesperson';

type Speaker = Pick<Person, 'id' | 'role'> | null;

export interface WordingFor extends NoticeWording {
  /** It stands in place of one that only some may say. */
  readonly instead: boolean;
}

/** What a person may say while an incident lasts, in its order. */
export function wordingsFor(catalogue: Catalogue, incident: Incident, person: Speaker): WordingFor[] {
  const may = maySpeak(incident, person);
  const named = new Set(incident.lines);
  const wordings = noticeWordings(catalogue, incident.lines, valuesOf(incident), () => may).map((wording) => ({
    ...wording,
    instead: !named.has(wording.entry.id),
  }));
  if (may || wordings.some(({ instead }) => instead)) return wordings;
  const other = noticeWordings(catalogue, [INSTEAD], {}).map((wording) => ({ ...wording, instead: true }));
  return [...wordings, ...other];
}

/** The same as a window shows it. */
export function linesFor(catalogue: Catalogue, incident: Incident, person: Speaker): IncidentLine[] {
  return wordingsFor(catalogue, incident, person).map(({ entry, text, missing, instead }) => ({
    entryId: entry.id,
    kind: entry.kind,
    title: entry.title,
    excerpt: missing.length === 0 ? text : '',
    instead,
  }));
}
