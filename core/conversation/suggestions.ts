import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { Mood, SuggestionWhy } from '#contract/conversation/terms.ts';
import type { OfferedLine, Suggestion } from '#contract/conversation/view.ts';
import type { Courtesy } from '#contract/library/line.ts';
import type { Catalogue, Wording } from '../library/catalogue.ts';
import { chooseGreeting } from '../library/occasion.ts';
import { plainText, renderLine } from '../library/render-line.ts';
import { usabilityOn } from '../library/usability.ts';
import type { SiteTime } from '../site-time.ts';
import { isOpenHere } from './decide-table.ts';
import { activeWalk, fieldsOf, flowStage } from './definition.ts';
import { applies } from './gates.ts';
import { capturedValue, lineValues } from './line-values.ts';
import type { Conversation } from './state.ts';
import { packOf, poolOf } from './suggestion-pool.ts';

const MOST = 5;
/** How much each reason counts. What the flow's author put first stays first unless something speaks for another line. */
const WEIGHT = {
  finding: 200,
  soothing: 150,
  opening: 60,
  greeting: 55,
  missingField: 50,
  ofStage: 40,
  mentioned: 42,
  moodKind: 45,
  follows: 30,
  worked: 8,
  mostWorked: 38,
  soothingVariant: 6,
  tier: 5,
  scene: 6,
} as const;
/** So much of the note's end is looked at: what was written last is what it is about now. */
const NOTE_TAIL = 400;

const upset: ReadonlySet<Mood> = new Set(['worried', 'upset', 'furious', 'grieving']);
const kindsForMood: Partial<Record<Mood, readonly string[]>> = {
  worried: ['soothing', 'empathy'],
  upset: ['soothing', 'apology', 'empathy'],
  furious: ['soothing', 'apology'],
  grieving: ['empathy', 'soothing'],
};

export interface LineOffer {
  readonly catalogue: Catalogue;
  /** Today's calendar day of the site: only lines in force are offered. */
  readonly day: string;
  /** The site's clock as it greets by; absent where nobody is greeted. */
  readonly greets?: SiteTime | undefined;
  /** How often a line was said in this stage of a conversation that ended with an accepted finding. */
  readonly successes: ReadonlyMap<string, number>;
  /** Values as they may be said now; absent: what was captured. */
  readonly values?: Readonly<Record<string, string>>;
}

interface Reason {
  readonly weight: number;
  readonly why: SuggestionWhy;
}

/**
 * The five lines to say now, best first, by what speaks for each: the finding reached, the customer's mood, the stage, what
 * is still to be asked, words of the note, what follows on what was said, what helped before. What was said already comes
 * last. The same conversation always gets the same five.
 */
export function suggestionsFor(
  state: Conversation,
  definition: ConversationDefinition,
  offer: LineOffer,
): Suggestion[] {
  if (state.state === 'finished') return [];
  const reasons = new Map<string, Reason[]>();
  const speaksFor = (entryId: string, weight: number, why: SuggestionWhy) =>
    reasons.set(entryId, [...(reasons.get(entryId) ?? []), { weight, why }]);
  // What the flow names twice is not wanted twice as much.
  const named = new Map<string, Reason>();
  namedByFlow(state, definition, (entryId, weight, why) => {
    if (weight > (named.get(entryId)?.weight ?? 0)) named.set(entryId, { weight, why });
  });
  for (const [entryId, { weight, why }] of named) speaksFor(entryId, weight, why);
  namedByPool(state, definition, offer, speaksFor);
  const greeting = greetingNow(state, definition, offer);
  if (greeting) speaksFor(greeting.id, WEIGHT.greeting, { code: 'greeting' });

  const said = new Set(state.said.map((line) => line.entryId));
  const ranked = [...reasons]
    .map(([entryId, of]) => ({
      entryId,
      score: of.reduce((sum, { weight }) => sum + weight, 0),
      // What speaks most for it is what the person reads beside it.
      why: of.reduce((best, one) => (one.weight > best.weight ? one : best)).why,
      said: said.has(entryId),
    }))
    .sort((a, b) => Number(a.said) - Number(b.said) || b.score - a.score || (a.entryId < b.entryId ? -1 : 1));
  const values = offer.values ?? lineValues(state, definition);
  const offered: Suggestion[] = [];
  for (const { entryId, why, said: before } of ranked) {
    if (offered.length === MOST) break;
    const line = offeredLine(entryId, values, state, offer);
    if (line) offered.push({ ...line, why, said: before });
  }
  return offered;
}

type SpeaksFor = (entryId: string, weight: number, why: SuggestionWhy) => void;

/** The greeting for this customer at this hour, before anything else was said. */
function greetingNow(
  state: Conversation,
  definition: ConversationDefinition,
  { catalogue, day, greets }: LineOffer,
): Courtesy | null {
  if (!greets || state.stage !== 'accept' || state.said.length > 0) return null;
  const spoken = catalogue.localeOf(packOf(definition.flow.id));
  const greetings = catalogue.wordings.flatMap(({ entry, packId }) =>
    entry.kind === 'courtesy' &&
    entry.courtesyKind === 'greeting' &&
    entry.stage === 'accept' &&
    catalogue.localeOf(packId) === spoken &&
    usabilityOn(day, entry.provenance).state === 'inForce'
      ? [entry]
      : [],
  );
  return chooseGreeting(greetings, { tier: state.customer.tier, channel: state.channel, now: greets });
}

/** What flow and table name themselves, in their order. */
function namedByFlow(state: Conversation, definition: ConversationDefinition, speaksFor: SpeaksFor): void {
  const stage = flowStage(definition, state.stage);
  if (!stage) return;
  const walk = activeWalk(state, definition);
  if (walk?.finding && !walk.run.accepted && isOpenHere(state, walk.table.id, definition)) {
    speaksFor(walk.finding.line, WEIGHT.finding, { code: 'finding' });
  }
  if (state.mood && upset.has(state.mood)) {
    for (const [index, entryId] of definition.flow.soothing.entries()) {
      speaksFor(entryId, WEIGHT.soothing - index, { code: 'mood' });
    }
  }
  const known = new Map(fieldsOf(state, definition).map((field) => [field.id, field]));
  const asking = stage.fields.filter(
    (field) => field.askWith && applies(state, field, known) && capturedValue(state, field) === '',
  );
  for (const [index, field] of asking.slice(0, 2).entries()) {
    speaksFor(field.askWith ?? '', WEIGHT.missingField - index, { code: 'missingField', label: field.label });
  }
  for (const [index, entryId] of stage.suggested.entries()) {
    speaksFor(entryId, index === 0 ? WEIGHT.opening : WEIGHT.ofStage - index, { code: 'stage' });
  }
}

/** What else the library has for this stage, when the conversation itself speaks for it. */
function namedByPool(
  state: Conversation,
  definition: ConversationDefinition,
  { catalogue, successes }: LineOffer,
  speaksFor: SpeaksFor,
): void {
  const told = [...Object.values(state.fields), state.note.slice(-NOTE_TAIL)].join('\n');
  const last = state.said.at(-1);
  const following = new Set(last ? (catalogue.findWording(last.entryId)?.entry.related ?? []) : []);
  const scenes = new Set([state.scene, activeWalk(state, definition)?.table.scene]);
  const kinds = state.mood ? (kindsForMood[state.mood] ?? []) : [];
  for (const { entry, phrases } of poolOf(catalogue, definition, state.stage)) {
    const mentioned = told.length > 1 && phrases.some((phrase) => told.includes(phrase));
    const worked = Math.min(WEIGHT.mostWorked, WEIGHT.worked * Math.log2(1 + (successes.get(entry.id) ?? 0)));
    const forMood = entry.kind === 'courtesy' && kinds.includes(entry.courtesyKind);
    const ofTier = entry.tiers.includes(state.customer.tier);
    if (entry.tiers.length > 0 && !ofTier) continue;
    const follows = following.has(entry.id);
    if (!(mentioned || follows || worked > 0 || forMood)) continue;
    if (mentioned) speaksFor(entry.id, WEIGHT.mentioned, { code: 'note' });
    if (follows) speaksFor(entry.id, WEIGHT.follows, { code: 'follows' });
    if (worked > 0) speaksFor(entry.id, worked, { code: 'worked' });
    if (forMood) speaksFor(entry.id, WEIGHT.moodKind, { code: 'mood' });
    if (scenes.has(entry.scene)) speaksFor(entry.id, WEIGHT.scene, { code: 'scene' });
    if (ofTier) speaksFor(entry.id, WEIGHT.tier, { code: 'tier' });
    if (kinds.length > 0 && soothes(entry)) speaksFor(entry.id, WEIGHT.soothingVariant, { code: 'mood' });
  }
}

function soothes({ variants }: Wording): boolean {
  return variants.soothing !== undefined;
}

/** A line in force for the channel, with its short variant filled as far as is known; null when it cannot be offered. */
export function offeredLine(
  entryId: string,
  values: Readonly<Record<string, string>>,
  { channel }: Pick<Conversation, 'channel'>,
  { catalogue, day }: Pick<LineOffer, 'catalogue' | 'day'>,
): OfferedLine | null {
  const entry = catalogue.findWording(entryId)?.entry;
  if (!entry?.channels.includes(channel) || usabilityOn(day, entry.provenance).state !== 'inForce') return null;
  const short = renderLine(entry, values, catalogue.fragments).find((variant) => variant.variant === 'short');
  return short ? { entryId, title: entry.title, excerpt: plainText(short) } : null;
}
