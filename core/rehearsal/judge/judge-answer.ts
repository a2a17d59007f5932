import type { LightFault, Merit, Verdict } from '#contract/judge.ts';
import type { Scenario, ScenarioTurn } from '#contract/library/scenario.ts';
import type { LiveCheck } from '#core/lint/live-check.ts';
import type { Circumstances } from '#core/lint/reckoned.ts';
import { someTime } from '#core/lint/spoken-moment.ts';
import { findElements } from './find-elements.ts';
import { type FoundFault, graveFaults, lightFaults } from './find-faults.ts';
import { actingWords, type ReadAnswer, readAnswer } from './read-answer.ts';
import { pairsTakenUp } from './restating.ts';
import { pointsFor, verdictOf } from './weigh.ts';

export interface ApprovedLine {
  readonly entryId: string;
  readonly title: string;
  readonly text: string;
}

/** What judging needs of the release in force and of the site. */
export interface JudgeTools {
  readonly lint: LiveCheck;
  readonly circumstances: Circumstances;
  /** A line as it is said; null where the release has none of that id. */
  line(entryId: string): ApprovedLine | null;
  /** The line that the search puts first for a text, none that merely comes near. */
  nearest(text: string, scene: string): ApprovedLine | null;
}

export interface JudgedTurn {
  readonly text: string;
  readonly turn: Pick<ScenarioTurn, 'says' | 'needs' | 'bestLine'>;
  readonly scenario: Pick<Scenario, 'scene'>;
}

/** A question that can be answered with one fact. */
const precise =
  /[^。！？]*(?:几|哪|什么|谁|多少|多[高大久长]|是不是|有没有|能不能|要不要|[热疼闷够熟]不[热疼闷够熟]|还是)[^。！？]{2,}？|[^。！？]{4,}(?:几|哪|什么|谁|多少|是不是|有没有|能不能|要不要|还是)[^。！？]*？/u;
/** Fewer stretches between two marks cannot take a matter through; more of them do. */
const LITTLE = 2;
const THROUGH = 4;
const TAKEN_UP = 2;

/**
 * Judges words of one's own: by what the turn needs, by faults, by the live check, and by closeness to approved lines, never by
 * exact wording. Every point carries its reason and the words it stands on; pure, and linear in the text.
 */
export function judgeAnswer({ text, turn, scenario }: JudgedTurn, tools: JudgeTools): Verdict {
  const answer = readAnswer(text);
  const needed = [...new Set(turn.needs)];
  if (answer.clauses.length === 0) return { ...silent(needed), ...betterLine(turn, scenario, tools, null) };
  const found = findElements(needed, turn.says, answer);
  const grave = graveFaults(answer);
  const near = tools.nearest(text, scenario.scene);
  const points = pointsFor({
    needed,
    found,
    merits: meritsOf(turn.says, answer, { near, clean: grave.length === 0, found: found.length }),
    grave,
    light: [...lightFaults(answer), ...tooLittle(answer)],
    lint: tools.lint.check(text, tools.circumstances, 'customer'),
  });
  return {
    ...verdictOf(points),
    elements: { found, missing: needed.filter((element) => !found.some((one) => one.element === element)) },
    points,
    ...betterLine(turn, scenario, tools, near),
  };
}

function meritsOf(
  says: string,
  answer: ReadAnswer,
  seen: { near: ApprovedLine | null; clean: boolean; found: number },
): { merit: Merit; quote?: string }[] {
  const { text, clauses, acts } = answer;
  const taken = pairsTakenUp(says, text);
  const time = someTime.exec(text)?.[0];
  const asked = precise.exec(text)?.[0];
  const goesOn = clauses.length >= THROUGH && (seen.found > 0 || acts || asked !== undefined);
  const near = seen.clean ? seen.near : null;
  return [
    ...(taken.length >= TAKEN_UP ? [{ merit: 'takesUpWords' as const, quote: taken.join('、') }] : []),
    ...(acts ? [{ merit: 'actsNow' as const, quote: actingWords(text) }] : []),
    ...(time === undefined ? [] : [{ merit: 'namesTime' as const, quote: time }]),
    ...(asked === undefined ? [] : [{ merit: 'asksPrecisely' as const, quote: asked }]),
    ...(goesOn ? [{ merit: 'goesThrough' as const }] : []),
    ...(near ? [{ merit: 'nearApproved' as const, quote: near.title }] : []),
  ];
}

function tooLittle({ clauses, text }: ReadAnswer): FoundFault<LightFault>[] {
  return clauses.length <= LITTLE ? [{ code: 'saysTooLittle', quote: text }] : [];
}

function silent(needed: Verdict['elements']['missing']): Verdict {
  const points = pointsFor({ needed, found: [], merits: [], grave: [], light: [], lint: [] });
  return { quality: 'poor', score: 0, elements: { found: [], missing: [...needed] }, points };
}

/** The line the scenario names, else the one nearest to what the customer said, else to the answer. */
function betterLine(
  { says, bestLine }: JudgedTurn['turn'],
  { scene }: JudgedTurn['scenario'],
  tools: JudgeTools,
  near: ApprovedLine | null,
): Pick<Verdict, 'betterLine'> {
  const line = (bestLine ? tools.line(bestLine) : null) ?? tools.nearest(says, scene) ?? near;
  return line ? { betterLine: line } : {};
}
