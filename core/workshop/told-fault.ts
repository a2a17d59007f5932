import type { z } from 'zod';
import { type RuleTold, toldRules } from '#contract/workshop/views.ts';
import type { Fault } from '../library/validate/fault.ts';

const QUOTED_MOST = 4;

/** A broken rule as a window tells it in its own language: which one, and what it quotes. */
export function toldFault({ rule, reason, entryId }: Fault): RuleTold {
  const quoted = reason.match(/「[^」]*」|\b[a-z0-9-]+\/[a-z0-9-]+\b|(?<=variable )(?!that\b)\w+/gu) ?? [];
  const key = toldRules.find((one) => one === rule) ?? 'otherRule';
  return { key, quoted: [...new Set(quoted)].filter((each) => each !== entryId).slice(0, QUOTED_MOST), bound: null };
}

/** What the schema missed, in the same way. */
export function toldIssue(issue: z.core.$ZodIssue): RuleTold {
  const told = (key: RuleTold['key'], bound: number | null = null): RuleTold => ({ key, quoted: [], bound });
  switch (issue.code) {
    case 'invalid_type':
      return told(/undefined/u.test(issue.message) ? 'missing' : 'unfit');
    case 'too_small':
      return told(issue.origin === 'number' ? 'tooSmall' : 'tooShort', Number(issue.minimum));
    case 'too_big':
      return told(issue.origin === 'number' ? 'tooBig' : 'tooLong', Number(issue.maximum));
    case 'invalid_value':
      return { key: 'notOneOf', quoted: issue.values.map(String).slice(0, 9), bound: null };
    case 'unrecognized_keys':
      return { key: 'unknownKey', quoted: issue.keys.slice(0, QUOTED_MOST), bound: null };
    default:
      return told('unfit');
  }
}
