import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { LineUsability, LineView } from '#contract/library.ts';
import type { NoticeInForce, SearchHit } from '#contract/search.ts';
import { type QuickBarMessage, quickBarMessageType } from '#contract/shell.ts';
import { CallFailure } from '#renderer/core-client/call-failure.ts';
import type { ConnectionState } from '#renderer/core-client/core-connection.ts';
import { Entrance } from '#renderer/features/quick-bar/quick-bar-root.tsx';
import { showOverCore } from './over-core.tsx';
import { renderSample, sampleLine, samplePeople } from './sample-desk.ts';
import { wholeWording } from './whole-wording.ts';

const titles = ['一', '二', '三', '四', '五', '六', '七'];
const lineOf = (title: string, gaps: string[] = []) => sampleLine(`a/${title}`, `第${title}条`, gaps);
const hitOf = ({ entryId, title, packTitle }: LineView): SearchHit => ({
  entryId,
  title,
  titleMarks: [[0, 1]],
  excerpt: `${title}。`,
  excerptMarks: [],
  reason: { how: 'exact' },
  near: false,
  kind: 'line',
  packTitle,
});

/** What the shell was asked, in order. */
let asked: unknown[][];
let lines: LineView[];
let hits: SearchHit[];
let notices: NoticeInForce[];
let usability: LineUsability;
let full: boolean;

beforeEach(async () => {
  asked = [];
  lines = titles.map((title) => lineOf(title));
  hits = lines.map(hitOf);
  notices = [];
  usability = { state: 'inForce' };
  full = false;
  const ask =
    (name: string) =>
    async (...given: unknown[]) =>
      void asked.push([name, ...given]);
  const names = ['copyText', 'goBack', 'putAway', 'move', 'fit', 'openDesk'];
  Object.assign(window, {
    quickBarShell: { ...Object.fromEntries(names.map((name) => [name, ask(name)])), platform: 'linux' },
  });
  await wholeWording('zh-CN');
});

const view = (entryId: string, values: Record<string, string>) => {
  const line = lines.find((one) => one.entryId === entryId);
  if (!line) throw new Error(`no ${entryId}`);
  return renderSample({ ...line, usability }, values);
};

function open(person: (typeof samplePeople)[number] | null = samplePeople[0] ?? null, state?: ConnectionState): void {
  showOverCore(
    <Entrance />,
    {
      people: { current: async () => person },
      settings: { read: async () => ({ theme: 'light', textScale: 100, language: 'zh-CN' }) },
      library: {
        atHand: async () => [],
        search: async () => ({ hits, notices, others: [], total: hits.length, tookMs: 0.2 }),
        line: async ({ entryId, values }: { entryId: string; values: Record<string, string> }) =>
          view(entryId, values).view,
        reportMissing: async (given: unknown) => void asked.push(['reportMissing', given]),
      },
      quickBar: {
        take: async ({ how, entryId, values }: { how: string; entryId: string; values: Record<string, string> }) => {
          if (full) throw new CallFailure({ code: 'storageFull', data: undefined });
          asked.push(['take', how, entryId]);
          return { text: view(entryId, values).text, eventId: 'e' };
        },
      },
    },
    state,
  );
}

const field = () => screen.findByRole<HTMLInputElement>('combobox');
const type = async (text: string) => {
  fireEvent.change(await field(), { target: { value: text } });
  await screen.findAllByRole('option');
};
const press = (key: string, more: KeyboardEventInit = {}) => {
  const code = /^\d$/.test(key) ? `Digit${key}` : key;
  fireEvent.keyDown(document.activeElement ?? document.body, { key, code, ...more });
};
const tell = (kind: QuickBarMessage['kind'], place: QuickBarMessage['place'] = 'floating') =>
  act(async () => {
    const data = { type: quickBarMessageType, kind, place } satisfies QuickBarMessage;
    window.dispatchEvent(new MessageEvent('message', { data, source: window }));
  });
const shellAsked = (name: string) => asked.filter(([one]) => one === name);

test('five lines at most; a digit takes its line, and only then the bar goes back to the work', async () => {
  open();
  await type('条');
  expect(screen.getAllByRole('option')).toHaveLength(5);
  (await field()).focus();
  press('3', { ctrlKey: true });
  await waitFor(() => expect(shellAsked('goBack')).toHaveLength(1));
  expect(asked.filter(([name]) => name !== 'fit')).toEqual([
    ['take', 'copied', 'a/三'],
    ['copyText', '第三条。'],
    ['goBack'],
  ]);
  await tell('hidden');
  expect((await field()).value).toBe('');
});

test('Enter that still belongs to an input method takes nothing; Ctrl and Enter copies and records that it was said', async () => {
  open();
  await type('条');
  (await field()).focus();
  fireEvent.keyDown(await field(), { key: 'Enter', code: 'Enter', isComposing: true });
  press('ArrowDown');
  press('Enter', { ctrlKey: true });
  await waitFor(() => expect(shellAsked('goBack')).toHaveLength(1));
  expect(shellAsked('take')).toEqual([['take', 'said', 'a/二']]);
});

test('gaps are asked for in their place, one after the other, and what was typed is forgotten with the bar', async () => {
  lines = [lineOf('一', ['who', 'when'])];
  hits = lines.map(hitOf);
  open();
  await type('条');
  (await field()).focus();
  press('Enter');
  const who = await screen.findByRole<HTMLInputElement>('textbox', { name: /who/ });
  expect(document.activeElement).toBe(who);
  fireEvent.change(who, { target: { value: '王女士' } });
  press('Enter');
  fireEvent.change(await screen.findByRole('textbox', { name: /when/ }), { target: { value: '三点前' } });
  press('Enter');
  await waitFor(() => expect(shellAsked('copyText')).toEqual([['copyText', '王女士三点前第一条。']]));
  // At an edge the bar stays on the screen; the customer does not.
  await tell('left', 'right');
  await waitFor(() => expect(document.body.textContent).not.toContain('王女士'));
  expect((await field()).value, 'the words stay, to be typed over').toBe('条');
});

test('a line that is not in force is not taken and says since when', async () => {
  usability = { state: 'expired', day: '2026-10-31', replacedBy: { entryId: 'a/二', title: '第二条' } };
  open();
  await type('条');
  await screen.findByText(/2026-10-31/);
  (await field()).focus();
  press('Enter');
  await screen.findByText('这条口径现在不能用');
  expect(shellAsked('take')).toEqual([]);
  expect(shellAsked('goBack')).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: /第二条/ }));
  expect(shellAsked('openDesk')).toEqual([['openDesk', { entryId: 'a/二' }]]);
});

test('with the disk full the words are still copied, and the bar stays to say that it was not recorded', async () => {
  full = true;
  open();
  await type('条');
  (await field()).focus();
  press('Enter');
  await screen.findByText(/磁盘满了/);
  expect(shellAsked('copyText')).toEqual([['copyText', '第一条。']]);
  expect(shellAsked('goBack')).toEqual([]);
});

test('what is in force stands on top without taking the place of the first line; the desk shows it whole', async () => {
  notices = [{ alertId: 'x', entryId: 'n/outage', kind: 'notice', title: '城东断网', excerpt: '师傅在抢修' }];
  open();
  await type('条');
  const rows = screen.getAllByRole('option');
  expect(rows).toHaveLength(6);
  expect(rows[0]?.textContent).toContain('城东断网');
  expect(rows[1]?.getAttribute('aria-selected')).toBe('true');
  (await field()).focus();
  press('ArrowUp');
  press('Enter');
  await waitFor(() => expect(shellAsked('openDesk')).toEqual([['openDesk', { text: '条' }]]));
  expect(shellAsked('take')).toEqual([]);
});

test('a search that finds nothing tells the lead by one key, or goes on at the desk by another', async () => {
  hits = [];
  open();
  fireEvent.change(await field(), { target: { value: 'xqz' } });
  await screen.findByText('没找到对上的口径');
  press('m', { ctrlKey: true });
  await screen.findByText('已经告诉值班长');
  press('o', { ctrlKey: true });
  await waitFor(() => expect(shellAsked('openDesk')).toEqual([['openDesk', { text: 'xqz' }]]));
  expect(shellAsked('reportMissing')).toEqual([['reportMissing', { text: 'xqz' }]]);
});

test('Escape puts it away, Alt and an arrow move it, and its room follows its place', async () => {
  open();
  await field();
  press('Escape');
  press('ArrowRight', { altKey: true });
  expect(shellAsked('putAway')).toHaveLength(1);
  expect(shellAsked('move')).toEqual([['move', 'right']]);
  await tell('moved', 'right');
  await waitFor(() => expect(shellAsked('fit')).toHaveLength(2));
  const [floating, atEdge] = shellAsked('fit').map(([, size]) => (size as { width: number }).width);
  expect(atEdge).toBeLessThan(floating ?? 0);
});

test('with nobody signed in, or the core away, it says so and leads to the desk', async () => {
  open(null);
  await screen.findByText('还没有人签到');
  fireEvent.click(screen.getByRole('button', { name: '打开工作台' }));
  expect(shellAsked('openDesk')).toEqual([['openDesk', {}]]);
  cleanup();
  open(undefined, { kind: 'unavailable', reason: 'crashed', retryInMs: 0 });
  await screen.findByText('本机记录服务正在重启');
  expect(screen.queryByRole('combobox')).toBeNull();
});
