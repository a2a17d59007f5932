import { describe, expect, it } from 'vitest';
import type { SpecialCallStepView, SpecialCallWait } from '#contract/special-calls/view.ts';
import { nextMove, waitIsOver } from '#renderer/features/special-calls/next-move.ts';

const line: SpecialCallStepView['line'] = {
  entryId: 'special-calls/silent-greet',
  title: '再招呼一声',
  version: 1,
  variants: [],
  gaps: [],
  usable: true,
};
const silence: SpecialCallWait = { seconds: 5, sinceMs: 0, kind: 'silence', apology: null };
const open = [{ kind: 'field', id: 'matter', label: '什么事' }] as const;
const bare: SpecialCallStepView = {
  id: 'step',
  do: '做',
  hint: '',
  norm: null,
  line: null,
  said: false,
  wait: null,
  answers: [],
  way: 'next',
  ending: '',
  readBack: 'none',
  missing: [],
  leadsTo: null,
};
const move = (step: Partial<SpecialCallStepView>, waitOver = true) =>
  nextMove({ step: { ...bare, ...step } }, waitOver);

describe('the one filled button of a special call', () => {
  it('says the line first, and goes on at once where nothing holds the call', () => {
    expect(move({ line })).toEqual({ kind: 'say', on: true });
    expect(move({ line, wait: silence }, false)).toEqual({ kind: 'say', on: false });
    expect(move({ line, missing: [...open] })).toEqual({ kind: 'say', on: false });
    expect(move({ line, way: 'end' })).toEqual({ kind: 'say', on: false });
  });

  it('waits once the line is said, then goes where silence leads', () => {
    expect(move({ line, said: true, wait: silence }, false)).toEqual({ kind: 'wait' });
    expect(move({ line, said: true, wait: silence })).toEqual({ kind: 'goOn', silent: true });
    expect(move({ line, said: true, wait: { ...silence, kind: 'pause' } })).toEqual({ kind: 'goOn', silent: false });
  });

  it('asks for what is still open before it reads back, and reads back before anything goes on', () => {
    expect(move({ readBack: 'needed', missing: [...open] })).toEqual({ kind: 'fill' });
    expect(move({ readBack: 'needed', line })).toEqual({ kind: 'readBack' });
    expect(move({ readBack: 'again', way: 'end', said: true, line })).toEqual({ kind: 'readBack' });
    expect(move({ readBack: 'done', way: 'end' })).toEqual({ kind: 'end' });
  });

  it('leaves it to the answer where only an answer leads on', () => {
    expect(move({ way: 'answers', missing: [...open] })).toEqual({ kind: 'answer' });
  });

  it('holds nobody back where the wait only says how long it may take', () => {
    const wait = { ...silence, kind: 'limit' } as const;
    expect(waitIsOver({ ...bare, wait }, 0)).toBe(true);
    expect(waitIsOver({ ...bare, wait: silence }, 4_999)).toBe(false);
    expect(waitIsOver({ ...bare, wait: silence }, 5_000)).toBe(true);
    expect(waitIsOver({ ...bare, wait: { ...silence, sinceMs: null } }, 9_000)).toBe(false);
  });

  it('does not end before the pause is over', () => {
    expect(move({ way: 'end', wait: { ...silence, kind: 'pause' } }, false)).toEqual({ kind: 'wait' });
    expect(move({ way: 'end' })).toEqual({ kind: 'end' });
  });
});
