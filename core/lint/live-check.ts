import type { Forbidden } from '#contract/library/forbidden.ts';
import type { Audience, LintFinding, ReckonedRule } from '#contract/lint.ts';
import { createLint } from './create-lint.ts';
import { englishPromises } from './english/english-promises.ts';
import { personalNumbers } from './personal-numbers.ts';
import { promisedAmounts } from './promised-amounts.ts';
import { promisedTimes } from './promised-times.ts';
import { quotations } from './quotations.ts';
import { type Reading, readText } from './read-text.ts';
import type { Circumstances, ReckonedPlace } from './reckoned.ts';
import { resolveOverlaps } from './resolve-overlaps.ts';
import { type Clause, clausesOf, isCustomersWord, isDenied } from './sentences.ts';
import { soonestReply } from './soonest-reply.ts';

export interface LiveCheck {
  /** Everything in a text that should not stand there like that, in text order, without overlaps. */
  check(text: string, circumstances: Circumstances, audience: Audience): LintFinding[];
}

const CLASS_OF: Readonly<Record<ReckonedRule, LintFinding['forbiddenClass']>> = {
  amount: 'beyondAuthority',
  guarantee: 'undatedGuarantee',
  vagueTime: 'undatedGuarantee',
  tooLate: 'beyondAuthority',
  closedHour: 'undatedGuarantee',
  repairTime: 'beyondAuthority',
  idCard: 'personalData',
  bankCard: 'personalData',
  mobile: 'personalData',
};

/** The phrases of the library and the rules that reckon, together. Compiles once; `check` is linear in the text. */
export function createLiveCheck(forbidden: readonly Forbidden[]): LiveCheck {
  const phrases = createLint(forbidden);
  return {
    check(text, circumstances, audience) {
      if (text.trim() === '') return [];
      const read = readText(text);
      const clauses = clausesOf(read.spelt.text);
      const quoted = quotations(text);
      let reply: string | null = null;
      const by = () => {
        reply ??= soonestReply(circumstances);
        return reply;
      };
      const reckoned = [...promisedAmounts(clauses, circumstances, by), ...promisedTimes(clauses, circumstances, by)]
        .map((place) => reckonedFinding(place, read.spelt, text))
        .concat(englishPromises(text, circumstances).map((place) => findingAt(place, place.start, place.end, text)))
        .filter(({ start, end }) => !quoted.some((quote) => quote.start <= start && end <= quote.end));
      // A number is somebody's number in a quotation too.
      const numbers = personalNumbers(read.spelt.text).map((place) => reckonedFinding(place, read.spelt, text));
      const said = phrases
        .find(text, read)
        .filter((finding) => audience === 'customer' || finding.forbiddenClass !== 'jargon')
        .filter((finding) => !isExcused(finding, clauses, read.spelt));
      const blocking = new Set(circumstances.rules.blockingRules);
      return resolveOverlaps([...said, ...reckoned, ...numbers]).map((finding) =>
        blocking.has(finding.ruleId) ? { ...finding, blocks: true } : finding,
      );
    },
  };
}

/** A promise that is denied, or that the customer asks for, is none; 不能 before 保证 is honest and no refusal. */
function isExcused({ forbiddenClass, start, end }: LintFinding, clauses: readonly Clause[], spelt: Reading): boolean {
  if (
    forbiddenClass !== 'beyondAuthority' &&
    forbiddenClass !== 'undatedGuarantee' &&
    forbiddenClass !== 'negativeAbility'
  ) {
    return false;
  }
  const from = placeIn(spelt, start);
  const clause = clauses.findLast((one) => one.start <= from);
  if (!clause) return false;
  if (forbiddenClass === 'negativeAbility') {
    return /^[^，。]{0,2}(?:保证|承诺|答应|确定|担保|肯定)/u.test(spelt.text.slice(placeIn(spelt, end)));
  }
  const at = from - clause.start;
  return isDenied(clause, at) || isCustomersWord(clause, at);
}

/** The place in the reading of a place in the text. */
function placeIn({ places, text }: Reading, at: number): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function reckonedFinding(place: ReckonedPlace, { places }: Reading, text: string): LintFinding {
  return findingAt(place, places[place.start] ?? 0, (places[place.end - 1] ?? 0) + 1, text);
}

function findingAt(place: ReckonedPlace, start: number, end: number, text: string): LintFinding {
  const { code } = place.reason;
  return {
    ruleId: `check/${code}`,
    start,
    end,
    matched: text.slice(start, end),
    forbiddenClass: CLASS_OF[code],
    severity: code === 'closedHour' ? 'advise' : 'warn',
    blocks: false,
    reason: place.reason,
    rewording: place.rewording,
  };
}
