import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import type { BackupOverview } from '#contract/backups.ts';
import { BackupsCard } from '#renderer/features/system/backups-card.tsx';
import { showOverCore } from '#tests/renderer/over-core.tsx';
import { wholeWording } from '#tests/renderer/whole-wording.ts';

beforeAll(() => wholeWording('zh-CN'));

const overview: BackupOverview = {
  folder: '/data/backups',
  backups: [
    { name: 'counterpart-20261102-010000.db', kind: 'whole', madeAtMs: Date.UTC(2026, 10, 2, 4), sizeBytes: 3_400_000 },
    {
      name: 'counterpart-20261101-010000-damaged.db',
      kind: 'damaged',
      madeAtMs: Date.UTC(2026, 10, 1, 4),
      sizeBytes: 812_000,
    },
  ],
  running: false,
  problem: null,
  setAside: [],
  mayRestore: true,
};

function show(held: BackupOverview): string[] {
  const restored: string[] = [];
  const backups = {
    overview: async () => held,
    make: async () => held,
    restore: async ({ name }: { name: string }) => void restored.push(name),
  };
  showOverCore(<BackupsCard />, { backups });
  return restored;
}

test('the last backup is shown with its size, and a restore happens only after it was explained and confirmed', async () => {
  const restored = show(overview);
  expect(await screen.findByText(/^最近一次：.*3\.4/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /^恢复到 .*的备份$/ }));
  expect(restored).toEqual([]);
  fireEvent.click(await screen.findByRole('button', { name: '恢复' }));
  await waitFor(() => expect(restored).toEqual(['counterpart-20261102-010000.db']));
});

test('who may not restore sees the backups and whom to ask; a failed backup says that earlier ones are safe', async () => {
  show({ ...overview, mayRestore: false, problem: 'full' });
  expect(await screen.findByText('恢复备份要值班长或系统管理员来做。')).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toContain('之前的备份都在');
  expect(screen.queryByRole('button', { name: /恢复到/ })).toBeNull();
});
