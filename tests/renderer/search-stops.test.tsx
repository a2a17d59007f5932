import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { OtherEntry } from '#contract/search.ts';
import { findJumps } from '#renderer/features/search/find-jumps.ts';
import { type FakeCore, hitOf } from './fake-core.ts';
import { openDesk, pause, selectedTitle } from './open-desk.tsx';

const call: OtherEntry = {
  entryId: 'a/call',
  kind: 'specialCall',
  title: '客户骂人',
  titleMarks: [],
  packTitle: '营业厅',
};
const notice = { alertId: 'one', entryId: 'a/third', kind: 'line' as const, title: '全城断网', excerpt: '正在抢修' };

/** A search that finds one line, something to read and a notice. */
function oneOfEach(core: FakeCore): void {
  core.hits = () => core.lines.slice(0, 1).map((line) => hitOf(line));
  core.others = [call];
  core.notices = [notice];
}

/** The row that the search box points at for those who do not see the list. */
const pointedAt = () => {
  const id = screen.getByRole('combobox').getAttribute('aria-activedescendant');
  return id === null ? null : document.getElementById(id);
};

describe('arrows in the list', () => {
  it('go on from the lines to what else the library holds, and Enter opens it there', async () => {
    const desk = await openDesk(oneOfEach);
    desk.type('骂人');
    await waitFor(() => screen.getByRole('group', { name: '口径库里还有' }));
    expect(selectedTitle()).toContain('第一条');
    desk.press('ArrowDown');
    await waitFor(() => expect(selectedTitle()).toContain('客户骂人'));
    expect(pointedAt()?.textContent).toContain('客户骂人');
    expect(pointedAt()?.closest('[role=listbox]')).not.toBeNull();
    desk.press('Enter', { ctrlKey: true });
    await pause(60);
    expect(desk.core.uses, 'what is no line is not said either').toEqual([]);
    desk.press('Enter');
    await screen.findByRole('listbox', { name: '口径' });
    expect(desk.clipboard).toEqual([]);
  });

  it('go up to the notice in force, and Enter shows its line without copying it', async () => {
    const desk = await openDesk(oneOfEach);
    desk.type('断网');
    await waitFor(() => screen.getByRole('group', { name: '正在生效的临时口径' }));
    desk.press('ArrowUp');
    await waitFor(() => expect(selectedTitle()).toContain('全城断网'));
    const owned = screen.getByRole('listbox').getAttribute('aria-owns');
    expect(pointedAt()?.parentElement?.id).toBe(owned);
    desk.press('Enter');
    await waitFor(() => screen.getByRole('heading', { name: '第三条', level: 1 }));
    expect(desk.clipboard).toEqual([]);
  });
});

describe('what the desk itself holds', () => {
  it.each([
    ['设置', '打开设置', () => screen.findByRole('heading', { name: '设置', level: 1 })],
    ['何静', '换何静签到', () => screen.findByText('今天谁在这台电脑前？')],
    ['hejing', '换何静签到', () => screen.findByText('今天谁在这台电脑前？')],
    ['shezhi', '打开设置', () => screen.findByRole('heading', { name: '设置', level: 1 })],
    ['这张表', '这张表', () => screen.findByRole('dialog', { name: '键盘怎么用' })],
  ])('%s typed in full is chosen where no line fits, and Enter opens it', async (typed, label, opened) => {
    const desk = await openDesk((core) => {
      core.hits = () => core.lines.map((line) => hitOf(line, { near: true }));
    });
    desk.type(typed);
    await waitFor(() => screen.getByRole('group', { name: '直接去' }));
    await waitFor(() => expect(selectedTitle()).toContain(label));
    desk.press('Enter');
    await opened();
    expect(desk.clipboard).toEqual([]);
  });

  it('is found on Enter that comes before the list has it', async () => {
    const desk = await openDesk((core) => {
      core.hits = () => [];
    });
    desk.type('口径库');
    desk.press('Enter');
    await screen.findByRole('listbox', { name: '口径' });
    expect(desk.clipboard).toEqual([]);
  });

  it('stands below the lines and leaves a line that fits chosen', async () => {
    const desk = await openDesk();
    desk.type('设置');
    await waitFor(() => screen.getByRole('group', { name: '直接去' }));
    expect(selectedTitle()).toContain('第一条');
    for (let i = 0; i < 3; i++) desk.press('ArrowDown');
    await waitFor(() => expect(selectedTitle()).toContain('打开设置'));
    expect(pointedAt()?.textContent).toContain('打开设置');
  });

  it('finds an order by the end of its number', () => {
    const order = { key: 'o', target: { to: 'order', workOrderId: 'o' } as const, label: '打开工单', hint: '' };
    const candidates = ['261122-001', '261122-013'].map((number) => ({
      ...order,
      key: number,
      names: [number, number.replace('-', '')],
    }));
    expect(findJumps('013', candidates).map(({ key, exact }) => [key, exact])).toEqual([['261122-013', false]]);
    expect(findJumps('261122001', candidates)[0]).toMatchObject({ key: '261122-001', exact: true });
    expect(findJumps('信号', candidates)).toEqual([]);
  });
});
