import { expect, it } from 'vitest';
import { openTestServer } from '#bench/sync/open-sync-server.ts';
import { count } from '#tests/counts.ts';
import { seededRandom } from '#tests/harness/seeded-random.ts';
import { mutatedBytes, mutatedValue, STRANGE_IN_JSON } from './mutations.ts';

it(
  'whatever a desk uploads, the server refuses it or sets it aside, and takes the sound events after it',
  async () => {
    const test = await openTestServer('sqlite');
    const desk = await test.desk('fuzzed', 'hall');
    const other = await test.desk('sound', 'hall');
    for (let made = 0; made < 20; made += 1) desk.append('note.written', { made }, made % 2 === 0 ? ['customer'] : []);
    const random = seededRandom(53);
    const told = new Map<number, number>();
    for (let made = 0; made < count('fuzzCases'); made += 1) {
      const from = made % 18;
      // A token lives for minutes, and the long run takes longer.
      if (made % 500 === 499) await desk.takeToken(Date.now());
      const body = mutatedValue({ epoch: 1, events: desk.events.slice(from, from + 2) }, random, STRANGE_IN_JSON);
      const answer = await desk.call('POST', '/v1/journal/batches', body, Date.now());
      await answer.arrayBuffer();
      told.set(answer.status, (told.get(answer.status) ?? 0) + 1);
      if (made % 10 === 0) {
        // Bytes that are no body at all, under a proof of other bytes.
        const bytes = mutatedBytes(Buffer.from(JSON.stringify(body)), random);
        const headers = { 'content-type': 'application/json', authorization: `Bearer ${desk.token}` };
        const raw = await fetch(`${desk.url}/v1/journal/batches`, {
          method: 'POST',
          headers,
          body: new Uint8Array(bytes),
        });
        await raw.arrayBuffer();
        expect(raw.status).toBeLessThan(500);
      }
    }
    expect([...told.keys()].filter((status) => status >= 500)).toEqual([]);
    expect(told.size).toBeGreaterThan(1);
    expect(told.get(401) ?? 0, 'what is refused at the door reaches no parser').toBe(0);
    await other.takeToken(Date.now());
    other.append('note.written', { sound: true });
    const answer = await other.upload(other.events, Date.now());
    expect(await answer.json()).toMatchObject({ ackedSeq: 1, quarantined: [] });
    await test.close();
  },
  60_000 + count('fuzzCases') * 200,
);
