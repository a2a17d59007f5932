import type { AnsweredHandOver, Conversation, LostSteps } from '../state.ts';

type History = Pick<Conversation, 'handOvers' | 'revision'>;

/**
 * Which of two accounts of one conversation goes on, the same on every desk: above 0 the first, below 0 the other. Where they
 * answered the same hand-over differently the earlier answer stands; an answered one goes before one still open, whatever was
 * done there meanwhile; then whoever has gone further. A wrong clock can only decide between answers that knew nothing of each other.
 */
export function compareHistories(one: History, other: History): number {
  const at = firstDifference(one, other);
  const [ours, theirs] = [one.handOvers[at], other.handOvers[at]];
  if (ours && theirs) return compareAnswers(theirs, ours);
  if (ours || theirs) return ours ? 1 : -1;
  return one.revision - other.revision;
}

/** What was done in the account that does not go on, after both were still the same; null where nothing was. */
export function lostSteps(dropped: Conversation, kept: Conversation): LostSteps | null {
  const at = firstDifference(dropped, kept);
  const answer = kept.handOvers[at];
  if (!answer) return null;
  const own = dropped.handOvers[at];
  const common = Math.min(answer.revision ?? kept.revision, own?.revision ?? Number.MAX_SAFE_INTEGER) - 1;
  // Answering was no work on the matter.
  const steps = Math.max(0, dropped.revision - common - (own ? 1 : 0));
  if (steps === 0 && !own) return null;
  const fields = Object.entries(dropped.fields).filter(([id, value]) => kept.fields[id] !== value);
  return {
    steps,
    ofId: dropped.ownerId,
    seen: false,
    byId: answer.byId,
    atMs: answer.answeredAtMs,
    note: dropped.note === kept.note ? '' : dropped.note,
    summary: dropped.summary === kept.summary ? '' : dropped.summary,
    fields: Object.fromEntries(fields),
  };
}

function firstDifference({ handOvers: ours }: History, { handOvers: theirs }: History): number {
  const at = ours.findIndex((answer, index) => {
    const other = theirs[index];
    return !other || compareAnswers(answer, other) !== 0;
  });
  return at < 0 ? ours.length : at;
}

function compareAnswers(one: AnsweredHandOver, other: AnsweredHandOver): number {
  return (
    one.answeredAtMs - other.answeredAtMs ||
    compareText(one.byId ?? '', other.byId ?? '') ||
    compareText(one.answer, other.answer)
  );
}

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
