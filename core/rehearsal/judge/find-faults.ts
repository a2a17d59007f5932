import type { GraveFault, LightFault } from '#contract/judge.ts';
import type { Cue } from './cue.ts';
import { FAULTS_OF_ADDRESS } from './faults-of-address.ts';
import { FAULTS_OF_DUTY } from './faults-of-duty.ts';
import { LIGHT_FAULTS } from './light-faults.ts';
import type { ReadAnswer } from './read-answer.ts';

export interface FoundFault<Code extends string> {
  readonly code: Code;
  readonly quote: string;
}

/** What hurts or promises what is not ours, each kind once. */
export function graveFaults(answer: ReadAnswer): FoundFault<GraveFault>[] {
  return found([...FAULTS_OF_ADDRESS, ...FAULTS_OF_DUTY], answer);
}

/** What only fails to help, each kind once. */
export function lightFaults(answer: ReadAnswer): FoundFault<LightFault>[] {
  return found(LIGHT_FAULTS, answer);
}

function found<Code extends string>(cues: readonly Cue<Code>[], { text, acts }: ReadAnswer): FoundFault<Code>[] {
  const faults = new Map<Code, string>();
  for (const { code, pattern, unless, excusedByAction } of cues) {
    if (faults.has(code) || (excusedByAction && acts)) continue;
    const match = pattern.exec(text);
    if (match && !unless?.test(text)) faults.set(code, match[0].replace(/^[，。！？；]+|[，。！？；]+$/gu, ''));
  }
  return [...faults].map(([code, quote]) => ({ code, quote }));
}
