import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { Mood, SuggestionWhy } from '#contract/conversation/terms.ts';
import type { OfferedLine, Suggestion } from '#contract/conversation/view.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { plainText, renderLine } from '../library/render-line.ts';
import { usabilityOn } from '../library/usability.ts';
import { isOpenHere } from './decide-table.ts';
import { activeWalk, fieldsOf, flowStage } from './definition.ts';
import { applies } from './gates.ts';
import { capturedValue, lineValues } from './line-values.ts';
import type { Conversation } from './state.ts';

const MOST = 5;
const upset: ReadonlySet<Mood> = new Set(['worried', 'upset', 'furious', 'grieving']);

export interface LineOffer {
  readonly catalogue: Catalogue;
  /** Today's calendar day of the site: only lines in force are offered. */
  readonly day: string;
}

/**
 * The lines to say now, best first: the one of the finding reached, soothing ones while the customer is upset, the stage's
 * opening, what asks for the next open fields, then the rest of the stage. What was said already comes last.
 */
export function suggestionsFor(
  state: Conversation,
  definition: ConversationDefinition,
  offer: LineOffer,
): Suggestion[] {
  const stage = flowStage(definition, state.stage);
  if (!stage || state.state === 'finished') return [];
  const said = new Set(state.said.map((line) => line.entryId));
  const walk = activeWalk(state, definition);
  const finding =
    walk?.finding && !walk.run.accepted && isOpenHere(state, walk.table.id, definition) ? walk.finding : null;
  const known = new Map(fieldsOf(state, definition).map((field) => [field.id, field]));
  const asking = stage.fields
    .filter((field) => field.askWith && applies(state, field, known) && capturedValue(state, field) === '')
    .map((field) => ({ entryId: field.askWith ?? '', why: { code: 'missingField', label: field.label } as const }));
  const ofStage = stage.suggested.map((entryId) => ({ entryId, why: { code: 'stage' } as const }));
  const [opening = [], rest = []] = [ofStage.slice(0, 1), ofStage.slice(1)];
  const soothing = state.mood && upset.has(state.mood) ? definition.flow.soothing : [];
  const wanted: { entryId: string; why: SuggestionWhy }[] = [
    ...(finding ? [{ entryId: finding.line, why: { code: 'finding' } as const }] : []),
    ...soothing.map((entryId) => ({ entryId, why: { code: 'mood' } as const })),
    ...opening,
    ...asking.slice(0, 2),
    ...rest,
  ];
  const unsaidFirst = [
    ...wanted.filter((one) => !said.has(one.entryId)),
    ...wanted.filter((one) => said.has(one.entryId)),
  ];
  const values = lineValues(state, definition);
  const offered = new Map<string, Suggestion>();
  for (const { entryId, why } of unsaidFirst) {
    if (offered.size === MOST) break;
    const line = offered.has(entryId) ? null : offeredLine(entryId, values, state, offer);
    if (line) offered.set(entryId, { ...line, why, said: said.has(entryId) });
  }
  return [...offered.values()];
}

/** A line in force for the channel, with its short variant filled as far as is known; null when it cannot be offered. */
export function offeredLine(
  entryId: string,
  values: Record<string, string>,
  { channel }: Pick<Conversation, 'channel'>,
  { catalogue, day }: LineOffer,
): OfferedLine | null {
  const entry = catalogue.findWording(entryId)?.entry;
  if (!entry?.channels.includes(channel) || usabilityOn(day, entry.provenance).state !== 'inForce') return null;
  const short = renderLine(entry, values, catalogue.fragments).find((variant) => variant.variant === 'short');
  return short ? { entryId, title: entry.title, excerpt: plainText(short) } : null;
}
