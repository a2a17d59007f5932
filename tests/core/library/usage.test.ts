import { afterEach, expect, test } from 'vitest';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { placeLine, placeRelease } from './place-library.ts';

let opened: OpenCore;
afterEach(() => opened.remove());

const DAY_MS = 86_400_000;

test('what the team says most, copied and said apart, by period; and what nobody uses', async () => {
  opened = await openCore({
    release: placeRelease('2026.11.1', [
      placeLine('often'),
      placeLine('once'),
      placeLine('never'),
      placeLine('over', { provenance: { expiresOn: '2026-02-01' } }),
    ]),
  });
  const use = (slug: string) => ({ entryId: `telecom/${slug}`, variant: 'standard' as const, values: {} });
  await signInAs(opened, 'agent');
  await opened.client.library.copyLine(use('once'));
  opened.clock.jumpTo(opened.clock.nowMs() + 20 * DAY_MS);
  await opened.client.library.copyLine(use('often'));
  await opened.client.library.sayLine(use('often'));
  await signInAs(opened, 'trainee');
  await opened.client.library.sayLine(use('often'));

  const week = await opened.client.library.usage({ days: 7 });
  expect(week).toMatchObject({ copied: 1, said: 2, linesInForce: 3, linesUsed: 1 });
  expect(week.used).toMatchObject([{ entryId: 'telecom/often', copied: 1, said: 2, people: 2 }]);
  expect(week.unused.total).toBe(2);
  expect(week.unused.lines.map(({ entryId, lastAtMs }) => [entryId, lastAtMs !== null])).toEqual([
    ['telecom/once', true],
    ['telecom/never', false],
  ]);
  const month = await opened.client.library.usage({ days: 30 });
  expect(month.used.map(({ entryId }) => entryId)).toEqual(['telecom/often', 'telecom/once']);
  expect((await opened.client.library.usage({ days: 30, packId: 'other' })).used).toEqual([]);
});
