/**
 * Requests worked on at the same time. Few, because a round of the event loop takes one new connection only and then goes
 * through all the work that is ready: with sixteen, whoever came last in a rush of a thousand was seen after seconds.
 */
const AT_ONCE = 4;
/** How long the server is thought to need for one of many requests, until it was seen. */
const FIRST_GUESS_MS = 5;
/** How much the latest request counts in the mean. */
const LATEST = 0.1;

/** Too many are waiting: whole seconds until this one's turn would come. */
export interface SentAway {
  readonly waitSeconds: number;
}

/**
 * Lets requests in by turns. Whoever would wait longer for a turn than the server's patience is sent away with a time to
 * come back, each to a place of its own: after an outage a thousand desks return at one moment, and all of them get in.
 */
export interface Admission {
  /** Before anything of a request is read: null where it may go on to wait for its turn. */
  look(): SentAway | null;
  /** Waits for a turn, which ends with `leave`. */
  enter(): Promise<{ readonly leave: () => void } | SentAway>;
}

type Entered = Awaited<ReturnType<Admission['enter']>>;

export function createAdmission(patienceMs: number, nowMs: () => number): Admission {
  const queue: { readonly sinceMs: number; readonly go: (entered: Entered) => void }[] = [];
  let working = 0;
  let eachMs = FIRST_GUESS_MS;
  /** When the last turn ended while others waited; null where nobody did. */
  let lastTurnMs: number | null = null;
  /** Until when the work of all who were sent away fills the time. */
  let promisedUntilMs = 0;

  function sentAway(): SentAway {
    const now = nowMs();
    promisedUntilMs = Math.max(promisedUntilMs, now + queue.length * eachMs) + eachMs;
    return { waitSeconds: Math.max(1, Math.ceil((promisedUntilMs - now) / 1_000)) };
  }

  function turn(): Entered {
    let left = false;
    return {
      leave() {
        if (left) return;
        left = true;
        learn();
        // The place goes from hand to hand, so that nobody who just came takes it.
        for (let next = queue.shift(); next; next = queue.shift()) {
          if (nowMs() - next.sinceMs <= patienceMs) return next.go(turn());
          next.go(sentAway());
        }
        working -= 1;
      },
    };
  }

  function learn(): void {
    const now = nowMs();
    if (queue.length === 0) lastTurnMs = null;
    else {
      if (lastTurnMs !== null) eachMs += (now - lastTurnMs - eachMs) * LATEST;
      lastTurnMs = now;
    }
  }

  const look = (): SentAway | null => (working >= AT_ONCE && queue.length * eachMs > patienceMs ? sentAway() : null);

  return {
    look,
    async enter() {
      if (working < AT_ONCE) {
        working += 1;
        return turn();
      }
      return look() ?? (await new Promise<Entered>((go) => queue.push({ sinceMs: nowMs(), go })));
    },
  };
}
