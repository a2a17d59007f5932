import { Worker } from 'node:worker_threads';
import type { Timer } from '../reminders/watch-host.ts';
import type { BehindFact, BehindQuery, FactBehind } from './behind-repo.ts';
import type { InsightAnswer, InsightAsked, InsightWork } from './insight-worker.ts';
import type { RawFigures, RawQuery } from './raw-figures.ts';

/** Reads figures in a thread with its own read-only handle, so that no keystroke waits for them. */
export interface FiguresReader {
  figures(query: RawQuery): Promise<RawFigures>;
  behind(what: FactBehind, query: BehindQuery): Promise<readonly BehindFact[]>;
  stop(): void;
}

/** The thread goes when nobody has asked for this long; the next question starts it again. */
const REST_AFTER_MS = 20_000;

type Question = InsightAsked extends infer Asked ? (Asked extends { id: number } ? Omit<Asked, 'id'> : never) : never;
interface Waiting {
  resolve(answer: InsightAnswer): void;
  reject(error: Error): void;
}

/** `workerUrl` leads to insight-worker: the source file in plain Node, the emitted chunk in the built app. */
export function figuresInWorker(workerUrl: URL, work: InsightWork, timer: Timer): FiguresReader {
  let worker: Worker | null = null;
  let stopTimer: (() => void) | null = null;
  let asked = 0;
  const waiting = new Map<number, Waiting>();

  function rest(): void {
    stopTimer?.();
    stopTimer = null;
    const resting = worker;
    worker = null;
    void resting?.terminate();
    for (const { reject } of waiting.values()) reject(new Error('the reading of figures was stopped'));
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(workerUrl, { workerData: work });
    started.unref();
    started.on('message', (answer: InsightAnswer) => {
      waiting.get(answer.id)?.resolve(answer);
      waiting.delete(answer.id);
    });
    const lost = (error: Error): void => {
      if (worker !== started) return;
      worker = null;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    started.on('error', lost);
    started.on('exit', () => lost(new Error('the reading of figures ended')));
    return started;
  }

  async function ask(question: Question): Promise<InsightAnswer> {
    stopTimer?.();
    worker ??= start();
    const { promise, resolve, reject } = Promise.withResolvers<InsightAnswer>();
    asked += 1;
    waiting.set(asked, { resolve, reject });
    worker.postMessage({ id: asked, ...question });
    try {
      const answer = await promise;
      if ('failed' in answer) throw new Error(answer.failed);
      return answer;
    } finally {
      if (waiting.size === 0) stopTimer = timer(REST_AFTER_MS, rest);
    }
  }

  return {
    async figures(query) {
      const answer = await ask({ ask: 'figures', query });
      if (!('figures' in answer)) throw new Error('the thread answered something else');
      return answer.figures;
    },
    async behind(what, query) {
      const answer = await ask({ ask: 'behind', what, query });
      if (!('facts' in answer)) throw new Error('the thread answered something else');
      return answer.facts;
    },
    stop: rest,
  };
}
