import type { z } from 'zod';
import { type EntryFault, libraryRules, type RuleFault } from '#contract/library-faults.ts';
import type { Fault } from './validate/fault.ts';

const QUOTED_MOST = 4;
const CHOICES_MOST = 24;

/** A broken rule as a window tells it in its own language: which one, and what it quotes. */
export function toldFault({ rule, reason, entryId }: Fault): RuleFault {
  const found = reason.match(/(?<=「)[^」]*(?=」)|\b[a-z0-9-]+\/[a-z0-9-]+\b|(?<=variable )(?!that\b)\w+/gu) ?? [];
  const quoted = [...new Set<string>(found)].filter((each) => each !== entryId);
  return {
    key: 'rule',
    rule: libraryRules.find((one) => one === rule) ?? 'otherRule',
    quoted: quoted.slice(0, QUOTED_MOST),
  };
}

/** What the schema missed, in the same way. */
export function toldIssue(issue: z.core.$ZodIssue): EntryFault {
  if (isMissing(issue)) return { key: 'missing' };
  switch (issue.code) {
    case 'too_small':
      return { key: issue.origin === 'number' ? 'tooSmall' : 'tooShort', bound: Number(issue.minimum) };
    case 'too_big':
      return { key: issue.origin === 'number' ? 'tooBig' : 'tooLong', bound: Number(issue.maximum) };
    case 'invalid_value':
      return { key: 'notOneOf', choices: issue.values.slice(0, CHOICES_MOST).map(String) };
    case 'unrecognized_keys':
      return { key: 'unknownKeys', names: issue.keys.slice(0, QUOTED_MOST) };
    case 'invalid_format':
      return { key: issue.path.length === 1 && issue.path[0] === 'id' ? 'idForm' : 'unfit' };
    default:
      return { key: 'unfit' };
  }
}

/** The input is only there where the parse was asked to report it; the message says it for the rest. */
function isMissing(issue: z.core.$ZodIssue): boolean {
  if (issue.code !== 'invalid_type' && issue.code !== 'invalid_value') return false;
  return 'input' in issue ? issue.input === undefined : /received undefined/u.test(issue.message);
}
