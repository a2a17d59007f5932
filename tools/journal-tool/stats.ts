import type { ReadHandle } from '#core/db/open.ts';
import { readEpochStats, readKindStats } from './stats-repo.ts';
import type { Voice } from './voice.ts';

/** Counts by epoch and by kind; nothing of a payload is needed for that. */
export function tellStats(db: ReadHandle, voice: Voice): void {
  for (const epoch of readEpochStats(db)) {
    voice.out(
      `epoch ${epoch.epoch}: ${epoch.events} events, ${epoch.erased} erased, ${epoch.bytes} bytes of sealed payloads, ` +
        `${timeText(epoch.firstAtMs)} to ${timeText(epoch.lastAtMs)}`,
    );
  }
  for (const { kind, events } of readKindStats(db)) voice.out(`${String(events).padStart(9)}  ${kind}`);
}

function timeText(atMs: number): string {
  const time = new Date(atMs);
  return Number.isNaN(time.getTime()) ? `${atMs} ms` : time.toISOString();
}
