import type { SpecialCall, SpecialCallStep } from '#contract/library/special-call.ts';
import type { SiteRules } from '#contract/site-rules.ts';
import { readOut } from './call-fields.ts';
import type { WaitSeconds } from './call-waits.ts';
import type { SpecialCallRun } from './special-call-run.ts';

/** What of a site's rules bears on special calls. */
export type SiteCallRules = WaitSeconds & Pick<SiteRules, 'readBackCalls'>;

/**
 * Whether the site, beyond what the flow itself asks for, wants what was taken down read back before this end. It only ever
 * adds: no rule takes away the read-back of a rescue.
 */
export function siteWantsReadBack(
  run: SpecialCallRun,
  step: SpecialCallStep,
  call: SpecialCall,
  { readBackCalls }: SiteCallRules,
): boolean {
  if (step.end === undefined || !readBackCalls.includes(call.id)) return false;
  return run.readBack === null && readOut(run, call).length > 0;
}
