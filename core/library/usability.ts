import type { Provenance } from '#contract/library/entry-base.ts';
import type { LineUsability } from '#contract/library.ts';

/** Whether wording holds on a calendar day (`YYYY-MM-DD`): since when not, from when on, or withdrawn. */
export function usabilityOn(
  day: string,
  provenance: Pick<Provenance, 'review' | 'effectiveFrom' | 'expiresOn'>,
): Omit<LineUsability, 'replacedBy'> {
  if (provenance.review === 'withdrawn') return { state: 'withdrawn' };
  if (day < provenance.effectiveFrom) return { state: 'notYet', day: provenance.effectiveFrom };
  if (provenance.expiresOn !== undefined && day > provenance.expiresOn) {
    return { state: 'expired', day: provenance.expiresOn };
  }
  return { state: 'inForce' };
}
