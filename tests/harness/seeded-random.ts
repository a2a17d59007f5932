/** Which round of a long run this is: each has cases of its own. 0 in every ordinary run, so that they stay the same. */
const ROUND = Number(process.env.COUNTERPART_FAULT_ROUND ?? 0);
/** Far apart on the ring of 32-bit numbers, as hashes by multiplication choose it. */
const BETWEEN_ROUNDS = 0x9e3779b1;

/** Numbers from 0 up to 1, the same for one seed of one round. */
export function seededRandom(seed: number): () => number {
  let state = (seed + Math.imul(ROUND, BETWEEN_ROUNDS)) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
