import { digitsOf, nameKey } from '../records/record.ts';

/** Whom somebody asked for: a whole number, a name, or both. */
export interface Asked {
  readonly number: string;
  readonly name: string;
}

/** A surname alone, or a few digits, stand in many texts by chance. */
const SHORTEST_NAME = 2;
const SHORTEST_NUMBER = 5;

/** Whether a text that somebody typed holds the name or the number. */
export function mentionsOf(asked: Asked): (typed: string) => boolean {
  const number = digitsOf(asked.number);
  const name = nameKey(asked.name);
  return (typed) =>
    (name.length >= SHORTEST_NAME && nameKey(typed).includes(name)) ||
    (number.length >= SHORTEST_NUMBER && typed.replaceAll(/[\s-]/g, '').includes(number));
}
