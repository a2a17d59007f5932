import { describe, expect, it } from 'vitest';
import { deskOf, deskReducer } from '#renderer/app/desk-state.ts';
import { layoutFor } from '#renderer/app/layout-width.ts';
import { mostOrders, sayFunnel, sayOrders, saySpeed } from '#renderer/features/insight/findings.ts';
import { nextGap } from '#renderer/features/line/gap-asking.ts';
import { splitByMarks } from '#renderer/features/search/marked-text.tsx';
import { groupsOf, withTypedLastGroup } from '#renderer/features/system/recovery-groups.ts';
import { withValue } from '#renderer/features/workshop/entry-values.ts';
import { layOut } from '#renderer/features/workshop/outline/graph-layout.ts';
import { graphOf } from '#renderer/features/workshop/outline/graph-model.ts';

describe('the desk state', () => {
  it('leads back to the desk when something is searched for or opened', () => {
    const elsewhere = deskReducer(deskOf('张敏'), { type: 'wentTo', place: 'library' });
    expect(deskReducer(elsewhere, { type: 'typed', text: '信' }).place).toBe('desk');
    expect(deskReducer(elsewhere, { type: 'opened', entryId: 'a/b' })).toMatchObject({ place: 'desk', opened: 'a/b' });
  });

  it('forgets the customer but not the channel and who sits at the desk', () => {
    let state = deskReducer(deskOf('张敏'), { type: 'channelChosen', channel: 'chat' });
    state = deskReducer(state, { type: 'filled', name: 'customerName', value: '王女士' });
    state = deskReducer(state, { type: 'customerLeft' });
    expect(state).toMatchObject({ channel: 'chat', values: { agentName: '张敏' } });
  });

  it('opens a gap again when its value is emptied', () => {
    let state = deskReducer(deskOf('张敏'), { type: 'filled', name: 'customerName', value: '王' });
    state = deskReducer(state, { type: 'filled', name: 'customerName', value: '' });
    expect(state.values).toEqual({ agentName: '张敏' });
  });
});

describe('the layout', () => {
  it.each([
    [1280, 100, 'wide'],
    [1280, 112, 'drawer'],
    [1024, 100, 'drawer'],
    [1024, 150, 'narrow'],
    [1920, 150, 'wide'],
    [759, 100, 'narrow'],
  ] as const)('of %i pixels at %i per cent is %s', (width, scale, layout) => {
    expect(layoutFor(width, scale)).toBe(layout);
  });
});

describe('asking for gaps', () => {
  it('goes from gap to gap in reading order and starts over after the last', () => {
    const order = ['name', 'time', 'name', 'place'];
    expect(nextGap(['name', 'time', 'place'], order, null)).toBe('name');
    expect(nextGap(['name', 'place'], order, 'time')).toBe('place');
    expect(nextGap(['name'], order, 'place')).toBe('name');
    expect(nextGap(['time'], order, 'time')).toBeNull();
  });
});

describe('marks', () => {
  it('cut a text without losing or doubling a character, whatever the ranges', () => {
    const text = '无信号覆盖';
    for (const marks of [
      [],
      [[0, 3]],
      [
        [1, 3],
        [2, 4],
      ],
      [[4, 99]],
      [[3, 1]],
      [[2, 2]],
    ] as [number, number][][]) {
      expect(
        splitByMarks(text, marks)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }
    expect(splitByMarks(text, [[0, 3]])[0]).toEqual({ text: '无信号', marked: true });
  });
});

describe('a printed recovery key', () => {
  it('is shown in its groups, and checked with the last one as it was typed', () => {
    expect(groupsOf('AAAAA-BBBBB-CCCCC')).toEqual(['AAAAA', 'BBBBB', 'CCCCC']);
    expect(groupsOf('AAAAABBBBBCC')).toEqual(['AAAAA', 'BBBBB', 'CC']);
    expect(withTypedLastGroup('AAAAA-BBBBB-CCCCC', ' cCcCc ')).toBe('AAAAA-BBBBB-cCcCc');
  });
});

describe('what a figure says', () => {
  /** Names the sentence and the numbers that go into it. */
  const t = ((key: string, values: object = {}) => [key, ...Object.values(values)].join(' ')) as never;
  const speed = (said: readonly number[]) =>
    saySpeed(
      {
        speed: {
          copied: { times: 1, medianMs: 9_000 },
          said: { times: 9, medianMs: 3_000 },
          days: said.map((saidMs, day) => ({ day: String(day), copiedMs: null, saidMs })),
        },
      } as never,
      t,
    );

  it('is faster or slower only when the later days differ from the earlier ones by more than chance', () => {
    expect(speed([4_000, 4_000, 3_000, 2_900])).toBe('insight.speed.faster 3.0');
    expect(speed([3_000, 3_000, 4_000, 4_100])).toBe('insight.speed.slower 3.0');
    expect(speed([3_000, 3_100, 3_000, 3_100])).toBe('insight.speed.steady 3.0');
    expect(speed([])).toBe('insight.speed.steady 3.0');
  });

  it('names how many kinds make up most orders, and one kind by its name', () => {
    const categories = [41, 24, 13, 8, 6].map((total, at) => ({ category: 'network', total, late: at }));
    const figures = { orders: { total: 92, late: 10, reopened: 0, categories } } as never;
    expect(mostOrders(figures)).toEqual({ top: 3, share: 85 });
    expect(sayOrders(figures, t)).toBe('insight.orders.found 3 85 89');
    const one = { orders: { total: 41, late: 0, reopened: 0, categories: categories.slice(0, 1) } } as never;
    expect(sayOrders(one, t)).toBe('insight.orders.single workOrders.category.network 100');
  });

  it('speaks of people where there are few and of tenths where there are many', () => {
    const way = { tableId: '', title: '', started: 0, cleared: 0, order: 0, escalated: 0 };
    expect(sayFunnel({ ...way, explained: 4, accepted: 3 }, t)).toBe('insight.funnel.few 4 3');
    expect(sayFunnel({ ...way, explained: 158, accepted: 112 }, t)).toBe('insight.funnel.tenths 7');
    expect(sayFunnel({ ...way, explained: 20, accepted: 20 }, t)).toBe('insight.funnel.all');
    expect(sayFunnel(undefined, t)).toBe('insight.funnel.none');
  });
});

describe('the drawing of a decision table', () => {
  const told = { titles: {}, findings: [], t: ((key: string) => key) as never };
  const answer = (id: string, to: string) => ({ id, label: id, cannotTell: false, to });
  const table = {
    ...{ kind: 'decisionTable', id: 'telecom/sample', start: 'second', fields: [] },
    nodes: [
      { type: 'finding', id: 'end', title: '到头', line: '', action: { type: 'close', label: '结案' }, fields: [] },
      {
        type: 'question',
        id: 'second',
        ask: '问？',
        answers: [answer('甲', 'end'), answer('乙', 'end'), answer('丙', '')],
      },
    ],
  };

  it('begins where the table begins, draws answers to one place once, and what leads nowhere as a place of its own', () => {
    const { nodes, edges } = graphOf(table, told);
    expect(nodes.map(({ id, shape, mark }) => [id, shape, mark])).toEqual([
      ['second', 'question', '1'],
      ['end', 'finding', ''],
      ['second?丙', 'open', ''],
    ]);
    expect(edges).toEqual([
      { from: 'second', to: 'end', label: '甲 · 乙', kind: 'answer' },
      { from: 'second', to: 'second?丙', label: '丙', kind: 'open' },
    ]);
  });

  it('has a place for every part, below what leads to it', () => {
    const graph = graphOf(withValue(table, 'nodes.1.answers.2.to', 'end'), told);
    const placed = layOut(graph);
    expect([...placed.keys()].toSorted()).toEqual(['end', 'second']);
    expect(placed.get('end')?.y).toBeGreaterThan(placed.get('second')?.y ?? 0);
  });
});
