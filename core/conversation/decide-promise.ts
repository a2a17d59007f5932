import { cleanText } from './clean-text.ts';
import type { Conversation } from './state.ts';
import { type Decision, type InputOf, refuse } from './step-input.ts';

/** The customer had the answer. Also long after the end: that is when most promises fall due. */
export function decideKept(state: Conversation): Decision {
  if (!state.promise) return refuse('noOpenPromise');
  if (state.promiseKept) return { events: [] };
  return { events: [{ kind: 'conversation.promiseKept', payload: { conversationId: state.id } }] };
}

/** Another time, told to the customer, with the reason. It stays within what may be promised from now on. */
export function decideMove(
  state: Conversation,
  { text, dueAtMs, why }: InputOf<'movePromise'>,
  atMs: number,
  latestAtMs: number,
): Decision {
  if (!state.promise || state.promiseKept) return refuse('noOpenPromise');
  const words = cleanText(text);
  const reason = cleanText(why);
  if (words === '' || words.length > 40 || reason === '' || !Number.isSafeInteger(dueAtMs)) return refuse('valueUnfit');
  if (state.promise.dueAtMs === dueAtMs) return { events: [] };
  if (dueAtMs <= atMs) return refuse('promiseInPast');
  if (dueAtMs > latestAtMs) return refuse('promiseTooLate');
  const payload = { conversationId: state.id, text: words, dueAtMs, why: reason };
  return { events: [{ kind: 'conversation.promiseMoved', payload }] };
}
