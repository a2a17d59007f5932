import { maskNumbers } from '../library/mask-numbers.ts';
import type { Logger } from '../logger.ts';

/** Digits that say nothing of a customer and are needed to look into a fault: ids, names of own files, places in the program. */
const KEPT = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\w-]+\.(?:db|json|bin|head|m?js|ts)\b(?::\d+)*)/i;

/**
 * Whatever goes into the log goes through here: runs of five digits and more are masked, and what a parser quotes of a text it
 * could not read is left out. Nothing of a customer is ever handed to the log; an error may still carry some of it along.
 */
export function maskedLogger(logger: Logger): Logger {
  return {
    info: (message) => logger.info(maskedText(message)),
    error: (message, error) =>
      error === undefined ? logger.error(maskedText(message)) : logger.error(maskedText(message), maskedError(error)),
  };
}

/** What stands between the pieces that are kept is masked. */
const maskedText = (text: string): string =>
  text
    .split(KEPT)
    .map((piece, index) => (index % 2 === 1 ? piece : maskNumbers(piece)))
    .join('');

function maskedError(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? maskedText(error) : error;
  const quotes = error instanceof SyntaxError;
  const masked = (text: string): string => maskedText(quotes ? text.replaceAll(/"[^"]*"|'[^']*'/g, '"…"') : text);
  const { name, message, stack } = error;
  const copy = new Error(masked(message));
  copy.name = name;
  if (stack !== undefined) copy.stack = masked(stack);
  return copy;
}
