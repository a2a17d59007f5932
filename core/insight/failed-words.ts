import type { ReadHandle } from '../db/open.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import { failuresSince } from '../search/failures/failure-repo.ts';
import type { BehindFact } from './behind-repo.ts';

const READ = 20_000;

/** Searches in vain with the words that were typed in place of what they refer to; empty where those were let go of. */
export function withWords(db: ReadHandle, seal: FieldSealer, facts: readonly BehindFact[]): BehindFact[] {
  const oldest = facts.at(-1);
  if (oldest === undefined) return [];
  const known = new Map(
    failuresSince(db, seal, oldest.atMs, READ).map(({ atMs, personId, text }) => [`${atMs} ${personId ?? ''}`, text]),
  );
  return facts.map((fact) => ({ ...fact, ref: known.get(`${fact.atMs} ${fact.personId}`) ?? '' }));
}
