import { expect, it } from 'vitest';
import { dataFolder } from '#core/db/data-folder.ts';
import { openForReading } from '#core/db/open.ts';
import { createEventSealer } from '#core/journal/sealing.ts';
import { verifyJournal } from '#core/journal/verify-journal.ts';
import { count } from '#tests/counts.ts';
import { fixedClock } from '#tests/harness/fixed-clock.ts';
import { memorySecrets, openCore, signInAs } from '#tests/harness/open-core.ts';
import { seededRandom } from '#tests/harness/seeded-random.ts';

const HOUR_MS = 3_600_000;
/** From seconds to years, back and forth; a dead battery puts a PC into 2000. */
const JUMPS_MS = [1_000, 60_000, HOUR_MS, 26 * HOUR_MS, 40 * 24 * HOUR_MS, 400 * 24 * HOUR_MS];
const JUMPS_A_START = 100;

it(
  'a clock that jumps anywhere blocks nothing, changes no order, and is told where it went back',
  async () => {
    const random = seededRandom(31);
    const clock = fixedClock();
    const secrets = memorySecrets();
    let due: (() => void) | null = null;
    const watch = {
      timer: (_ms: number, work: () => void) => {
        due = work;
        return () => undefined;
      },
      tell: () => undefined,
    };
    let desk = await openCore({ clock, secrets, watch });
    await signInAs(desk, 'agent');
    desk.core.watchLimits();
    let wentBack = 0;
    const jumps = count('clockJumps');
    for (let jump = 0; jump < jumps; jump += 1) {
      const before = clock.nowMs();
      const by = (JUMPS_MS[Math.floor(random() * JUMPS_MS.length)] ?? 0) * (random() < 0.5 ? -1 : 1);
      clock.jumpTo(random() < 0.02 ? Date.UTC(2000, 0, 1) : Math.max(Date.UTC(2000, 0, 1), before + by));
      if (clock.nowMs() < before) wentBack += 1;
      if (jump % JUMPS_A_START === JUMPS_A_START - 1) {
        // Another start of the app: its identifiers are others, and somebody signs in.
        desk = await desk.reopen({ runId: `run ${jump}` });
        await signInAs(desk, 'agent');
        desk.core.watchLimits();
      }
      const { id } = await desk.client.conversation.start({
        channel: 'phone',
        customer: { title: '女士', tier: 'standard' },
      });
      await desk.client.conversation.writeNote({ conversationId: id, text: `第 ${jump} 跳` });
      clock.advance(1_500);
      (due as (() => void) | null)?.();
      await desk.client.conversation.breakOff({ conversationId: id, reason: 'customerLeft', summary: '先走了。' });
      // Whoever sits there finds what was done last, whatever time it says.
      expect(await desk.client.conversation.current()).toBeNull();
    }
    expect(desk.errors).toEqual([]);
    expect((await desk.client.system.status()).journal?.faults).toEqual([]);
    desk.core.close();
    const db = openForReading(dataFolder(desk.dataDir).database);
    const sealer = createEventSealer(secrets.key ?? new Uint8Array(32), (size) => new Uint8Array(size));
    expect(verifyJournal(db, { sealer, pages: false }).faults).toEqual([]);
    const started = db
      .prepare(`SELECT seq FROM journal WHERE kind = 'conversation.started' ORDER BY rowid`)
      .pluck()
      .all();
    expect(started).toHaveLength(jumps);
    expect(started).toEqual([...(started as number[])].toSorted((one, other) => one - other));
    const told = Number(db.prepare(`SELECT count(*) FROM journal WHERE kind = 'clock.wentBack'`).pluck().get());
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThanOrEqual(wentBack);
    db.close();
    desk.remove();
  },
  60_000 + count('clockJumps') * 2_000,
);
