import { createHash } from 'node:crypto';

/** Letters and digits that nobody mishears on the telephone or misreads on paper. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LEAST = 2;

/**
 * What tells orders with one number apart: nothing where the number is the only one, otherwise a few signs drawn from the
 * order's own id. They depend on no other order but in their length, so that they are the same on every desk and stay as
 * they are whichever order comes in later.
 */
export function numberMarks(workOrderIds: readonly string[]): ReadonlyMap<string, string> {
  if (workOrderIds.length < 2) return new Map(workOrderIds.map((id) => [id, '']));
  const drawn = workOrderIds.map((id) => [id, signsOf(id)] as const);
  for (let length = LEAST; ; length += 1) {
    const marks = new Map(drawn.map(([id, signs]) => [id, signs.slice(0, length)]));
    if (new Set(marks.values()).size === workOrderIds.length) return marks;
    if (length > 32) throw new RangeError('one order stands twice among those with its number');
  }
}

/** The number as people see it: 261102-001, or 261102-001-K7 where another desk gave the same. */
export const numberShown = (number: string, mark: string): string => (mark === '' ? number : `${number}-${mark}`);

/** The number that was given when the order was opened. */
export const numberGiven = (shown: string): string => shown.split('-').slice(0, 2).join('-');

function signsOf(workOrderId: string): string {
  const bytes = createHash('sha256').update(workOrderId).digest();
  return Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
