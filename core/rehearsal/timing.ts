import type { Happening } from '#contract/rehearsal/terms.ts';
import { customerWords, type Run, turnOf } from './run.ts';

/** An upset customer speaks about five characters a second. */
const CHARACTER_MS = 200;
const LEAST_SPEECH_MS = 1_500;
const MOST_SPEECH_MS = 12_000;
const MOST_WAITS = 2;

/** How long the customer takes to say it; written words are there at once. */
function speechMs(text: string, channel: Run['scenario']['customer']['channel']): number {
  if (channel === 'chat') return 0;
  return Math.min(MOST_SPEECH_MS, Math.max(LEAST_SPEECH_MS, [...text].length * CHARACTER_MS));
}

/** When the customer had finished the words that wait for an answer. */
export function heardAt(run: Run): number {
  const turn = turnOf(run);
  if (!turn) return run.turnAtMs;
  return run.turnAtMs + speechMs(customerWords(turn, run.temper), run.scenario.customer.channel);
}

/** Milliseconds one has to begin an answer on this channel. */
export function answerWithinMs({ scenario, norms }: Run): number {
  return (scenario.customer.channel === 'chat' ? norms.chatFirstReplySeconds : norms.answerWithinSeconds) * 1_000;
}

/** From when on silence counts as no answer at all: the norm is over, and the customer's own patience too; null where it never does. */
export function silenceFromMs(run: Run): number | null {
  const silence = turnOf(run)?.silence;
  if (!run.timed || !silence || run.acknowledgedAtMs.length > 0) return null;
  return heardAt(run) + answerWithinMs(run) + silence.seconds * 1_000;
}

/** What the clock has to say about an answer in a timed run; nothing in any other. */
export function timeHappenings(run: Run, beganMs: number, saidAtMs: number): Happening[] {
  if (!run.timed) return [];
  const heard = heardAt(run);
  const spoken = run.scenario.customer.channel !== 'chat';
  const began = Math.min(beganMs, ...run.acknowledgedAtMs);
  const found: Happening[] = [];
  if (spoken && saidAtMs < heard) found.push('interrupted');
  if (began > heard + answerWithinMs(run)) found.push('late');
  if (run.transferring && began < run.turnAtMs + run.norms.transferPauseSeconds * 1_000) found.push('transferRushed');
  if (spoken) {
    const signs = [heard, ...run.acknowledgedAtMs.filter((at) => at > heard), saidAtMs];
    const limit = run.norms.acknowledgeEverySeconds * 1_000;
    const waits = signs.slice(1).reduce((sum, at, place) => sum + Math.floor((at - (signs[place] ?? at)) / limit), 0);
    for (let wait = 0; wait < Math.min(MOST_WAITS, Math.max(0, waits)); wait += 1) found.push('keptWaiting');
  }
  return found;
}
