import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import type { SyncStatus } from '#contract/sync.ts';
import type { DatabaseDamage, SystemStatus } from '#contract/system.ts';
import type { ConnectionState } from '#renderer/core-client/core-connection.ts';
import { SyncIndicator } from '#renderer/features/sync/sync-indicator.tsx';
import { SyncSection } from '#renderer/features/sync/sync-section.tsx';
import { ConnectionBanner } from '#renderer/features/system/connection-banner.tsx';
import { DamageScreen } from '#renderer/features/system/damage-screen.tsx';
import { JournalReport } from '#renderer/features/system/journal-report.tsx';
import { StartingScreen } from '#renderer/features/system/starting-screen.tsx';
import { wholeWording } from '#tests/renderer/whole-wording.ts';
import { showOverCore } from '../over-core.tsx';
import { samplePeople, sampleStatus } from '../sample-desk.ts';

beforeAll(() => wholeWording('zh-CN'));

interface Shown {
  status?: SystemStatus;
  damage?: DatabaseDamage;
  person?: number;
  state?: ConnectionState;
  sync?: SyncStatus;
}

function show(page: React.ReactNode, { status = sampleStatus, damage, person = 0, state, sync }: Shown): string[] {
  const calls: string[] = [];
  const noted = (name: string) => async () => void calls.push(name);
  showOverCore(
    page,
    {
      system: {
        status: async () => status,
        damage: async () => damage,
        restoreDamaged: async ({ name }: { name: string }) => void calls.push(name),
        goOnWithReadable: noted('goOnWithReadable'),
        acknowledgeFindings: noted('acknowledgeFindings'),
      },
      sync: { status: async () => sync, tryNow: noted('tryNow') },
      people: { current: async () => samplePeople[person] },
    },
    state,
  );
  return calls;
}
const refused = (failure: string) =>
  ({
    kind: 'unavailable',
    reason: 'dataFolder',
    attempt: 1,
    retryInMs: 0,
    failure,
    detail: 'EROFS',
    dataDir: '/data',
  }) as ConnectionState;

test('each reason for which the records cannot be opened is told in words of its own, never in those of the system', () => {
  const titles = new Set<string>();
  for (const failure of ['folderInUse', 'readOnlyFolder', 'storageFull', 'newerDatabase', 'networkFolder']) {
    show(<StartingScreen />, { state: refused(failure) });
    const alert = screen.getByRole('alert');
    expect(alert.textContent).not.toContain('EROFS');
    expect(screen.getByText('/data')).toBeTruthy();
    titles.add(screen.getByRole('heading', { level: 1 }).textContent ?? '');
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
  expect(screen.getByRole('heading', { name: '记录文件读不出来了，要从备份恢复' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: '留下读得出来的' })).toBeNull();
});

test('a lost end says what is missing; a lead takes note of it, an agent is told who decides', async () => {
  const journal = {
    ...sampleStatus.journal,
    state: 'broken',
    faults: [{ epoch: 1, seq: 35, code: 'lostTail', detail: '' }],
  } as NonNullable<SystemStatus['journal']>;
  const status = { ...sampleStatus, journal };
  const asked: string[] = [];
  const report = <JournalReport status={status} onBackups={() => void asked.push('backups')} />;
  const calls = show(report, { status, person: 1 });
  expect(screen.getByText(/第 1 段第 35 条/)).toBeTruthy();
  expect(screen.queryByText(/lostTail/)).toBeNull();
  fireEvent.click(await screen.findByRole('button', { name: '看看备份' }));
  expect(asked).toEqual(['backups']);
  fireEvent.click(await screen.findByRole('button', { name: '知道了，接着用' }));
  await waitFor(() => expect(calls).toEqual(['acknowledgeFindings']));
  cleanup();
  show(<JournalReport status={status} />, { status, person: 0 });
  expect(await screen.findByText(/请值班长或系统管理员/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '知道了，接着用' })).toBeNull();
});

const level: SyncStatus = {
  state: 'upToDate',
  enrolment: {
    serverUrl: 'https://hall.example',
    siteId: 'hall',
    siteName: '中山路营业厅',
    role: 'desk',
    enrolledAtMs: 1,
  },
  held: null,
  pending: 0,
  pendingSinceMs: null,
  lastSuccessAtMs: Date.UTC(2026, 10, 2, 4),
  problem: null,
  quarantined: [],
  disagreement: null,
};

test('the status bar says what waits for the server and since when, and the page what is wrong and what to do', async () => {
  const waiting = { ...level, state: 'pending', pending: 3, pendingSinceMs: Date.UTC(2026, 10, 2, 4) } as const;
  show(<SyncIndicator onOpen={() => undefined} />, { sync: waiting });
  expect((await screen.findByText(/^3 条等着上传，最早 .+/)).textContent).toMatch(/11|12:00/);
  cleanup();
  const problem = { code: 'unreachable', atMs: 1, nextTryAtMs: 2 } as const;
  const quarantined: SyncStatus['quarantined'] = [
    { epoch: 1, seq: 7, reason: 'unreadable', sinceMs: Date.UTC(2026, 10, 2, 4) },
  ];
  const lead = samplePeople.find(({ role }) => role === 'lead') ?? samplePeople[0];
  if (!lead) throw new Error('nobody');
  const troubled: SyncStatus = { ...waiting, state: 'troubled', problem, quarantined };
  const calls = show(<SyncSection person={lead} />, { sync: troubled });
  expect(await screen.findByRole('heading', { name: /^暂时连不上，3 条留在本机，最早 / })).toBeTruthy();
  expect(screen.getByText(/您照常工作/)).toBeTruthy();
  expect(screen.getByText(/读不出来/).textContent).toContain('起');
  expect(screen.getByText(/请系统管理员到「数据与备份」里看看/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '现在就试' }));
  await waitFor(() => expect(calls).toEqual(['tryNow']));
  cleanup();
  show(<SyncIndicator onOpen={() => undefined} />, { sync: troubled });
  expect(await screen.findByText(/有记录要请管理员看一下/)).toBeTruthy();
});
