import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { IncidentReport } from '#contract/incidents/report.ts';
import type { IncidentPlanView, IncidentView } from '#contract/incidents/view.ts';
import type { Person } from '#contract/people.ts';
import { IncidentBars } from '#renderer/features/incidents/incident-bars.tsx';
import { IncidentsSheet } from '#renderer/features/incidents/incidents-sheet.tsx';
import { type RaiseForm, spanOf, unreadyOf } from '#renderer/features/incidents/raise-form.ts';
import { wholeWording } from '#tests/renderer/whole-wording.ts';
import { showOverCore } from './over-core.tsx';
import { samplePeople } from './sample-desk.ts';

const calls: Record<string, ReturnType<typeof vi.fn>> = {};

const HOUR_MS = 3_600_000;
const line = { entryId: 'notices/cable-cut', kind: 'notice' as const, title: '光缆中断', instead: false };

const incident: IncidentView = {
  ...{ id: 'incident-1', planId: 'notices/plan-network-outage', title: '一大片没网', incidentKind: 'outage' },
  ...{ level: 'serious', text: '城东上不了网。', raisedAtMs: 0, raisedBy: '李蔚', fromMs: 0, toMs: 8 * HOUR_MS },
  scope: { places: [], channels: [] },
  ...{ state: 'inForce', endedAtMs: null, endedHow: null, here: true },
  speaker: { who: 'spokesperson', names: ['周宁'], post: '发言人', reach: '手机', iMay: false },
  lines: [{ ...line, excerpt: '城东的光缆断了。' }],
  gaps: [],
  reading: { read: [], unread: ['张敏', '陈立'], byMe: false, dueAtMs: 0, overdue: true, toldAtMs: null },
  contacts: [
    {
      ...{ caller: '值班长', post: '网络值班', reach: '热线', withinMinutes: 5, dueAtMs: 0, state: 'next' },
      fallback: { post: '网络主管', reach: '手机' },
      askFallback: true,
      tries: [{ whom: 'post', reached: false, note: '', atMs: 0, personName: '李蔚' }],
    },
  ],
  course: [],
  mayLead: true,
};

const plan: IncidentPlanView = {
  ...{ planId: incident.planId, title: '一大片没网', incidentKind: 'outage', level: 'serious', hours: 8 },
  opening: '〔哪一片〕上不了网。',
  lines: [{ entryId: line.entryId, title: line.title, gaps: [{ name: 'affectedArea', label: '影响范围', value: '' }] }],
  ...{ speaker: 'everyone', speakerPost: '值班经理', speakerReach: '值班手机', readWithinMinutes: 15, contacts: [] },
};

const report: IncidentReport = {
  ...{ incident, timeZone: 'Asia/Shanghai', siteName: '中山路营业厅', writtenAtMs: 0, fromMs: 0, untilMs: HOUR_MS },
  moments: [{ atMs: 0, what: 'raised', personName: '李蔚', text: '城东上不了网。' }],
  halfReadMinutes: 4,
  searches: { failed: 1, led: 0, rows: [{ atMs: 0, personName: '张敏', text: '断网赔吗', led: null }] },
  lines: [{ entryId: line.entryId, title: line.title, ofIncident: true, copied: 1, said: 2 }],
  ...{ copied: 1, said: 2 },
  contacts: { total: 3, byScene: [{ scene: '没信号', count: 3 }] },
  orders: [],
};

beforeAll(() => wholeWording('zh-CN'));
beforeEach(() => {
  const answers = { list: [incident], plans: [plan], place: { mine: null, known: [] }, report, raise: incident };
  for (const name of [
    'list',
    'plans',
    'place',
    'report',
    'raise',
    'acknowledge',
    'recordCall',
    'sayLine',
    'copyLine',
  ]) {
    calls[name] = vi.fn(async () => answers[name as keyof typeof answers] ?? incident);
  }
});

const show = (part: ReactNode) => showOverCore(part, { incidents: calls, people: { list: async () => samplePeople } });
const lead: Person = { id: 'lead', name: '李蔚', role: 'lead', hasPin: false, sample: false };

function openSheet(startId: string | null) {
  show(<IncidentsSheet person={lead} startId={startId} onOpenLine={() => undefined} onClose={() => undefined} />);
}

test('the bar says who speaks and what to say, and counts a line as said where it was said', async () => {
  show(<IncidentBars incidents={[incident]} onDetails={() => undefined} onOpenLine={() => undefined} />);
  const bar = screen.getByRole('region', { name: '突发事件：一大片没网' });
  expect(bar.textContent).toContain('对外只由周宁说');
  fireEvent.click(within(bar).getByRole('button', { name: '说过了 光缆中断' }));
  await waitFor(() => expect(calls['sayLine']).toHaveBeenCalledTimes(1));
  expect(calls['copyLine']).not.toHaveBeenCalled();
  fireEvent.click(within(bar).getByRole('button', { name: '我看过了' }));
  await waitFor(() => expect(calls['acknowledge']).toHaveBeenCalledWith({ incidentId: 'incident-1' }));
});

test('a plan is raised once its facts are in, with the gaps of its lines', async () => {
  openSheet(null);
  fireEvent.click(await screen.findByRole('button', { name: '启动一份预案' }));
  const text = await screen.findByRole('textbox', { name: '出了什么事' });
  const send = screen.getByRole('button', { name: '启动，全厅都看到' });
  fireEvent.click(send);
  expect(calls['raise']).not.toHaveBeenCalled();
  fireEvent.change(text, { target: { value: '城东上不了网。' } });
  fireEvent.change(screen.getByRole('textbox', { name: '影响范围' }), { target: { value: '城东' } });
  fireEvent.click(send);
  await waitFor(() => expect(calls['raise']).toHaveBeenCalledTimes(1));
  expect(calls['raise']?.mock.calls[0]?.[0]).toMatchObject({
    ...{
      planId: plan.planId,
      text: '城东上不了网。',
      lines: [line.entryId],
      values: { affectedArea: '城东' },
      fromMs: null,
    },
    scope: { places: [], channels: [] },
  });
});

test('a call goes to the fallback after nobody answered; the report tells copied and said apart', async () => {
  openSheet('incident-1');
  fireEvent.click(await screen.findByRole('button', { name: '网络主管 找到了' }));
  await waitFor(() =>
    expect(calls['recordCall']).toHaveBeenCalledWith(
      expect.objectContaining({ call: 0, whom: 'fallback', reached: true }),
    ),
  );
  expect(screen.getByText(/还没看：张敏/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '看报告' }));
  expect((await screen.findAllByText(/口径复制 1 次、说出 2 次/)).length).toBeGreaterThan(0);
  expect(screen.getAllByText('没搜着').length).toBeGreaterThan(0);
});

test('what is still open in a form is named, and its span follows the start', () => {
  const form = { text: '好', starts: 'now', startText: '', hours: 2, speaker: 'everyone', speakerIds: [] };
  const ask = (part: Partial<RaiseForm>) => unreadyOf({ ...form, ...part } as unknown as RaiseForm);
  expect(ask({})).toBeNull();
  expect(ask({ text: ' ' })).toBe('text');
  expect(ask({ text: '〔哪里〕没电' })).toBe('gap');
  expect(ask({ starts: 'later' })).toBe('start');
  expect(ask({ speaker: 'spokesperson' })).toBe('speaker');
  const start = { ...form, starts: 'later', startText: '2026-11-22T20:00' } as unknown as RaiseForm;
  const at = Date.parse('2026-11-22T20:00');
  expect(spanOf(start, at - HOUR_MS)).toEqual({ fromMs: at, toMs: at + 2 * HOUR_MS });
  expect(spanOf(start, at + HOUR_MS).toMs).toBe(at + 3 * HOUR_MS);
});
