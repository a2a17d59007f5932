import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallFailure } from '#renderer/core-client/call-failure.ts';
import { createDraftBook } from '#renderer/features/conversation/draft-book.ts';

const away = () => new CallFailure({ code: 'coreUnavailable', data: undefined });

describe('the draft book', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('stores a text once, the delay after its last change', async () => {
    const book = createDraftBook();
    const save = vi.fn(async () => undefined);
    book.write('a', '无', save, 400);
    await vi.advanceTimersByTimeAsync(300);
    book.write('a', '无信号', save, 400);
    await vi.advanceTimersByTimeAsync(399);
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(save.mock.calls).toEqual([['无信号']]);
    expect(book.read('a')).toEqual({ text: '无信号', dirty: false, failure: null });
  });

  it('keeps what could not be stored, says why, and stores it with the next flush', async () => {
    const book = createDraftBook();
    let reachable = false;
    const stored: string[] = [];
    const save = async (text: string) => {
      if (!reachable) throw away();
      stored.push(text);
    };
    book.write('a', '三天没信号', save, 400);
    book.leave('a');
    await vi.advanceTimersByTimeAsync(0);
    expect(book.read('a')).toMatchObject({ text: '三天没信号', dirty: true, failure: { code: 'coreUnavailable' } });
    expect(await book.flush()).toBe(false);
    reachable = true;
    expect(await book.flush()).toBe(true);
    expect(stored).toEqual(['三天没信号']);
    expect(book.read('a'), 'a field that was left shows what is stored').toBeUndefined();
  });

  it('lets the last word be the last, however long the one before it takes', async () => {
    const book = createDraftBook();
    const stored: string[] = [];
    const save = async (text: string) => {
      await new Promise((resolve) => setTimeout(resolve, text === '早' ? 500 : 5));
      stored.push(text);
    };
    book.write('a', '早', save, 0);
    await vi.advanceTimersByTimeAsync(10);
    book.write('a', '晚', save, 0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(stored).toEqual(['早', '晚']);
  });

  it('stores nothing while an input method is choosing, but a flush does not lose it', async () => {
    const book = createDraftBook();
    const save = vi.fn(async () => undefined);
    book.write('a', 'wuxin', save, null);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(save).not.toHaveBeenCalled();
    expect(await book.flush()).toBe(true);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('keeps the text of a field that still has the focus as it was typed, blanks included', async () => {
    const book = createDraftBook();
    book.write('a', '王 ', async () => undefined, 0);
    await vi.advanceTimersByTimeAsync(1);
    expect(book.read('a')?.text).toBe('王 ');
    book.leave('a');
    expect(book.read('a')).toBeUndefined();
  });

  it('tells texts under a prefix as an equal value while nothing changed', () => {
    const book = createDraftBook();
    book.write('c/gap/place', '翠湖', async () => undefined, null);
    book.write('c/note', '别的', async () => undefined, null);
    expect(book.textsUnder('c/gap/')).toBe('{"place":"翠湖"}');
    expect(book.textsUnder('c/gap/')).toBe(book.textsUnder('c/gap/'));
  });
});
