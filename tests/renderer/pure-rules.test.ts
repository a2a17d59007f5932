import { describe, expect, it } from 'vitest';
import { deskOf, deskReducer } from '#renderer/app/desk-state.ts';
import { layoutFor } from '#renderer/app/layout-width.ts';
import { nextGap } from '#renderer/features/line/gap-asking.ts';
import { splitByMarks } from '#renderer/features/search/marked-text.tsx';
import { groupsOf, withTypedLastGroup } from '#renderer/features/system/recovery-groups.ts';

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
