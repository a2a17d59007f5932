import type { GraveFault, JudgedPoint, LightFault, Merit, Norm, Verdict } from '#contract/judge.ts';
import type { LintFinding } from '#contract/lint.ts';
import type { AnswerElement } from './element-cues.ts';
import type { FoundElement } from './find-elements.ts';
import type { FoundFault } from './find-faults.ts';

/** What was seen in an answer, before anything is weighed. */
export interface Seen {
  readonly needed: readonly AnswerElement[];
  readonly found: readonly FoundElement[];
  readonly merits: readonly { readonly merit: Merit; readonly quote?: string }[];
  readonly grave: readonly FoundFault<GraveFault>[];
  readonly light: readonly FoundFault<LightFault>[];
  readonly lint: readonly LintFinding[];
}

const START = 50;
/** Shared out over the needed elements. */
const FOUND = 20;
const MISSING = 14;
/** One grave fault makes an answer poor unless nearly all else is there; then it is fair. */
const GRAVE = 50;
const FURTHER_GRAVE = 10;
const LIGHT = 3;
const LIGHT_COUNTED = 2;
const LINT_LIGHT = 4;
const GOOD_FROM = 67;
const POOR_BELOW = 12;

const MERITS: Readonly<Record<Merit, { norm: Norm; delta: number }>> = {
  takesUpWords: { norm: 'soothing', delta: 5 },
  actsNow: { norm: 'promises', delta: 8 },
  namesTime: { norm: 'promises', delta: 5 },
  asksPrecisely: { norm: 'asking', delta: 5 },
  goesThrough: { norm: 'clarity', delta: 14 },
  nearApproved: { norm: 'wording', delta: 3 },
};
const SAYS_TOO_LITTLE = 12;

const NORM_OF_ELEMENT: Readonly<Record<AnswerElement, Norm>> = {
  greet: 'wording',
  thank: 'wording',
  acknowledge: 'soothing',
  apologise: 'soothing',
  own: 'soothing',
  ask: 'asking',
  readBack: 'asking',
  explain: 'clarity',
  offer: 'clarity',
  nextStep: 'promises',
  when: 'promises',
};

const NORM_OF_FAULT: Readonly<Record<GraveFault | LightFault, Norm>> = {
  blames: 'soothing',
  countersWithQuestion: 'wording',
  belittles: 'soothing',
  dismisses: 'wording',
  orders: 'wording',
  threatens: 'wording',
  shirks: 'promises',
  defends: 'soothing',
  guarantees: 'promises',
  giftsBeyondAuthority: 'promises',
  asksForSecret: 'asking',
  favours: 'promises',
  begs: 'wording',
  runsDownColleague: 'wording',
  discloses: 'promises',
  jargon: 'clarity',
  pushesSale: 'promises',
  canned: 'wording',
  vagueTime: 'promises',
  ruleAlone: 'clarity',
  guesses: 'clarity',
  sendsAway: 'promises',
  bareDemand: 'asking',
  saysTooLittle: 'clarity',
};

/** Forbidden classes that hurt as a grave fault does; the others only take a little. */
const HURTING: ReadonlySet<LintFinding['forbiddenClass']> = new Set([
  'callingOut',
  'interrogating',
  'arrogance',
  'ordering',
  'shirking',
  'mockery',
  'blamingColleagues',
  'inventedReason',
]);

/** The points in the order they are told: what was found, what was done well, what is missing, what must not be. */
export function pointsFor({ needed, found, merits, grave, light, lint }: Seen): JudgedPoint[] {
  const share = Math.max(1, needed.length);
  const missing = needed.filter((element) => !found.some((one) => one.element === element));
  return [
    ...found.map(({ element, quote }): JudgedPoint => {
      return { norm: NORM_OF_ELEMENT[element], delta: FOUND / share, reason: `found.${element}`, quote };
    }),
    ...merits.map(({ merit, quote }): JudgedPoint => {
      return { ...MERITS[merit], reason: `merit.${merit}`, ...(quote === undefined ? {} : { quote }) };
    }),
    ...missing.map((element): JudgedPoint => {
      return { norm: NORM_OF_ELEMENT[element], delta: -MISSING / share, reason: `missing.${element}` };
    }),
    ...grave.map(({ code, quote }, place): JudgedPoint => {
      return {
        norm: NORM_OF_FAULT[code],
        delta: place === 0 ? -GRAVE : -FURTHER_GRAVE,
        reason: `grave.${code}`,
        quote,
      };
    }),
    ...lintPoints(lint, grave.length > 0),
    ...light.map(({ code, quote }, place): JudgedPoint => {
      const delta = code === 'saysTooLittle' ? -SAYS_TOO_LITTLE : place < LIGHT_COUNTED ? -LIGHT : 0;
      return { norm: NORM_OF_FAULT[code], delta, reason: `light.${code}`, quote };
    }),
  ];
}

/** The same words are not punished twice as hard: a hurting phrase after a grave fault counts as a further one. */
function lintPoints(lint: readonly LintFinding[], graveAlready: boolean): JudgedPoint[] {
  let hurt = graveAlready;
  let taken = false;
  return lint.map(({ forbiddenClass, matched }) => {
    const hurting = HURTING.has(forbiddenClass);
    const delta = hurting ? (hurt ? -FURTHER_GRAVE : -GRAVE) : taken ? 0 : -LINT_LIGHT;
    if (hurting) hurt = true;
    else taken = true;
    return { norm: 'wording', delta, reason: `lint.${forbiddenClass}`, quote: matched };
  });
}

/** The score and what it stands for. */
export function verdictOf(points: readonly JudgedPoint[]): Pick<Verdict, 'quality' | 'score'> {
  const sum = points.reduce((total, { delta }) => total + delta, START);
  const score = Math.round(Math.min(100, Math.max(0, sum)));
  return { score, quality: sum >= GOOD_FROM ? 'good' : sum < POOR_BELOW ? 'poor' : 'fair' };
}
