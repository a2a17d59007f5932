import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import type { DatabaseDamage, SystemStatus } from '#contract/system.ts';
import type { ConnectionState, CoreConnection } from '#renderer/core-client/core-connection.ts';
import { CoreProvider } from '#renderer/core-client/core-provider.tsx';
import { createQueryClient } from '#renderer/core-client/query-client.ts';
import { ConnectionBanner } from '#renderer/features/system/connection-banner.tsx';
import { DamageScreen } from '#renderer/features/system/damage-screen.tsx';
import { JournalReport } from '#renderer/features/system/journal-report.tsx';
import { StartingScreen } from '#renderer/features/system/starting-screen.tsx';
import { NoticeProvider } from '#renderer/ui/notice.tsx';
import { wholeWording } from '#tests/renderer/whole-wording.ts';
import { samplePeople, sampleStatus } from '../sample-desk.ts';

beforeAll(() => wholeWording('zh-CN'));

interface Shown {
  status?: SystemStatus;
  damage?: DatabaseDamage;
  person?: number;
  state?: ConnectionState;
}

function show(page: React.ReactNode, { status = sampleStatus, damage, person = 0, state }: Shown): string[] {
  const calls: string[] = [];
  const noted = (name: string) => async () => void calls.push(name);
  const connection = {
    client: {
      system: {
        status: async () => status,
        damage: async () => damage,
        restoreDamaged: async ({ name }: { name: string }) => void calls.push(name),
        goOnWithReadable: noted('goOnWithReadable'),
        acknowledgeFindings: noted('acknowledgeFindings'),
        changes: () => new Promise(() => undefined),
      },
      people: { current: async () => samplePeople[person] },
    },
    state: () => state ?? connected,
    subscribe: () => () => undefined,
  } as unknown as CoreConnection;
  render(
    <CoreProvider connection={connection} queries={createQueryClient()}>
      <NoticeProvider>{page}</NoticeProvider>
    </CoreProvider>,
  );
  return calls;
}
const connected = { kind: 'connecting' } as ConnectionState;
const refused = (failure: string) =>
  ({
    kind: 'unavailable',
    reason: 'dataFolder',
    attempt: 1,
    retryInMs: 0,
    failure,
    detail: 'EROFS',
  }) as ConnectionState;

test('each reason for which the records cannot be opened is told in words of its own, never in those of the system', () => {
  const titles = new Set<string>();
  for (const failure of ['folderInUse', 'readOnlyFolder', 'storageFull', 'newerDatabase', 'networkFolder']) {
    show(<StartingScreen />, { state: refused(failure) });
    const alert = screen.getByRole('alert');
    expect(alert.textContent).not.toContain('EROFS');
    titles.add(alert.querySelector('p')?.textContent ?? '');
    cleanup();
  }
  expect(titles.size).toBe(5);
});

test('a full disk is told above every place of the desk until there is space again', async () => {
  show(<ConnectionBanner />, { status: { ...sampleStatus, storage: 'full' } });
  expect((await screen.findByRole('alert')).textContent).toContain('磁盘满了');
});

const backup = {
  name: 'counterpart-20261102-010000.db',
  kind: 'whole',
  madeAtMs: Date.UTC(2026, 10, 2, 4),
  sizeBytes: 1,
} as const;

test('a damaged database offers what can be read first, and every backup', async () => {
  const damage = { backups: [backup], events: { readable: 41_203, unreadable: 1 }, dataDir: '/data' };
  const calls = show(<DamageScreen />, { damage });
  expect(await screen.findByText(/41203 条读得出来，1 条读不出来/)).toBeTruthy();
  expect(screen.getByRole('button', { name: /^恢复到 11月2日/ })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '留下读得出来的' }));
  await waitFor(() => expect(calls).toEqual(['goOnWithReadable']));
});

test('a database that cannot be read at all leaves the backups only', async () => {
  const calls = show(<DamageScreen />, { damage: { backups: [backup], events: null, dataDir: '/data' } });
  fireEvent.click(await screen.findByRole('button', { name: /^恢复到 11月2日/ }));
  await waitFor(() => expect(calls).toEqual([backup.name]));
  expect(screen.queryByRole('button', { name: '留下读得出来的' })).toBeNull();
});

test('a lost end says what is missing; a lead takes note of it, an agent is told who decides', async () => {
  const journal = {
    ...sampleStatus.journal,
    state: 'broken',
    faults: [{ epoch: 1, seq: 35, code: 'lostTail', detail: '' }],
  } as NonNullable<SystemStatus['journal']>;
  const status = { ...sampleStatus, journal };
  const calls = show(<JournalReport status={status} />, { status, person: 1 });
  expect(screen.getByText(/到第 1 段第 35 条为止/)).toBeTruthy();
  fireEvent.click(await screen.findByRole('button', { name: '知道了，接着用' }));
  await waitFor(() => expect(calls).toEqual(['acknowledgeFindings']));
  cleanup();
  show(<JournalReport status={status} />, { status, person: 0 });
  expect(await screen.findByText(/请值班长或系统管理员/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '知道了，接着用' })).toBeNull();
});
