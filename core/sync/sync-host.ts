import type { Timer } from '../reminders/watch-host.ts';

/** What whoever runs the core gives so that it can speak to a server; without it the desk is alone. */
export interface SyncHost {
  readonly fetch: typeof fetch;
  readonly timer: Timer;
  /** 0 up to 1, for spreading desks that come back at the same moment. */
  random(): number;
  readonly appVersion: string;
}

/** A desk that nobody gave a network: it keeps everything, and is asked for nothing. */
export const noSyncHost: SyncHost = {
  fetch: () => Promise.reject(new TypeError('this desk has no network')),
  timer: () => () => undefined,
  random: () => 0,
  appVersion: '',
};
