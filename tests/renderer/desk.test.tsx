import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { hitOf } from './fake-core.ts';
import { openDesk, pause, selectedTitle, titles } from './open-desk.tsx';
import { sampleLine } from './sample-desk.ts';

describe('searching', () => {
  it('starts with the focus in the search box and what is at hand below it', async () => {
    const desk = await openDesk();
    expect(document.activeElement).toBe(desk.box());
    expect(titles()).toHaveLength(3);
  });

  it('shows the answer to what is in the box now, even when an older answer arrives later', async () => {
    const desk = await openDesk((core) => {
      core.hits = (text) =>
        core.lines.filter((line) => (text === '旧' ? true : line.entryId === 'a/second')).map((line) => hitOf(line));
      core.hold('旧');
    });
    desk.type('旧');
    await waitFor(() => expect(desk.core.calls.get('library.search')).toBe(1));
    desk.type('新');
    await waitFor(() => expect(titles()).toHaveLength(1));
    desk.core.release('旧');
    await pause(50);
    expect(titles()).toHaveLength(1);
    expect(selectedTitle()).toContain('第二条');
  });

  it('keeps the last results on the screen while new ones are on their way', async () => {
    const desk = await openDesk((core) => core.hold('慢'));
    desk.type('慢');
    await waitFor(() => expect(desk.core.calls.get('library.search')).toBe(1));
    expect(titles()).toHaveLength(3);
    desk.core.release('慢');
  });

  it('keeps a hit that was chosen on purpose chosen while it stays among the hits', async () => {
    const desk = await openDesk((core) => {
      core.hits = (text) => {
        const lines =
          text === '三三' ? [...core.lines].reverse() : text === '没它' ? core.lines.slice(0, 1) : core.lines;
        return lines.map((line) => hitOf(line));
      };
    });
    desk.type('三');
    await waitFor(() => expect(desk.core.calls.get('library.search')).toBe(1));
    desk.press('ArrowDown');
    await waitFor(() => expect(selectedTitle()).toContain('第二条'));
    desk.type('三三');
    await waitFor(() => expect(titles()[0]).toContain('第三条'));
    expect(selectedTitle()).toContain('第二条');
    desk.type('没它');
    await waitFor(() => expect(titles()).toHaveLength(1));
    expect(selectedTitle()).toContain('第一条');
  });

  it('says that nothing fits, offers what is near, and one key tells the lead', async () => {
    const desk = await openDesk((core) => {
      core.hits = () => core.lines.slice(0, 1).map((line) => hitOf(line, { near: true }));
    });
    desk.type('没有的事');
    await waitFor(() => screen.getByRole('group', { name: '相近' }));
    expect(screen.getByText('没有完全对上“没有的事”的口径')).toBeTruthy();
    desk.press('m', { ctrlKey: true });
    await waitFor(() => expect(desk.core.calls.get('library.reportMissing')).toBe(1));
    expect(desk.box().value).toBe('没有的事');
  });

  it('highlights matched text as text, never as markup', async () => {
    const desk = await openDesk((core) => {
      core.lines = [sampleLine('a/evil', '<img src=x onerror=alert(1)>信号')];
      core.hits = () => core.lines.map((line) => hitOf(line, { titleMarks: [[28, 30]] }));
    });
    desk.type('信号');
    await waitFor(() => expect(document.querySelector('mark')?.textContent).toBe('信号'));
    expect(document.querySelector('[role=option] img')).toBeNull();
  });
});

describe('taking a line', () => {
  it('copies the chosen line on Enter, records it, and goes back to the search box', async () => {
    const desk = await openDesk();
    desk.press('ArrowDown');
    await waitFor(() => expect(selectedTitle()).toContain('第二条'));
    desk.press('Enter');
    await waitFor(() => expect(desk.clipboard).toEqual(['第二条。']));
    expect(desk.core.uses[0]).toMatchObject({ how: 'copied', entryId: 'a/second' });
    expect(document.activeElement).toBe(desk.box());
  });

  it('does nothing on Enter while an input method is composing, nor on the Enter that ends the composition', async () => {
    const desk = await openDesk();
    fireEvent.keyDown(desk.box(), { key: 'Enter', code: 'Enter', isComposing: true });
    fireEvent.keyDown(desk.box(), { key: 'Process', code: 'Enter', keyCode: 229 });
    fireEvent.keyDown(desk.box(), { key: 'Enter', code: 'Enter', keyCode: 229 });
    fireEvent.compositionEnd(desk.box());
    fireEvent.keyDown(desk.box(), { key: 'Enter', code: 'Enter' });
    await pause(60);
    expect(desk.clipboard).toEqual([]);
    expect(desk.core.calls.get('library.copyLine')).toBeUndefined();
    desk.press('Enter');
    await waitFor(() => expect(desk.clipboard).toHaveLength(1));
  });

  it('takes the line of the newest search when Enter comes before its answer', async () => {
    const desk = await openDesk((core) => {
      core.hits = (text) => (text === '快' ? [core.lines[2]] : core.lines).flatMap((line) => (line ? hitOf(line) : []));
      core.hold('快');
    });
    desk.type('快');
    desk.press('Enter');
    await pause(40);
    expect(desk.clipboard).toEqual([]);
    desk.core.release('快');
    await waitFor(() => expect(desk.clipboard).toEqual(['第三条。']));
  });

  it('records a spoken line without touching the clipboard', async () => {
    const desk = await openDesk();
    desk.press('Enter', { ctrlKey: true });
    await waitFor(() => expect(desk.core.uses[0]?.how).toBe('said'));
    expect(desk.clipboard).toEqual([]);
  });

  it('still copies when the disk is full, and says that this use is not recorded', async () => {
    const desk = await openDesk((core) => {
      core.status = { ...core.status, storage: 'full' };
    });
    desk.press('Enter');
    await waitFor(() => expect(desk.clipboard).toEqual(['第一条。']));
    expect(desk.core.uses).toEqual([]);
    expect(await screen.findByText('已复制；磁盘满了，这一句没记下')).toBeTruthy();
  });

  it('takes a numbered result', async () => {
    const desk = await openDesk();
    desk.press('3', { ctrlKey: true });
    await waitFor(() => expect(desk.clipboard).toEqual(['第三条。']));
  });

  it('asks for open gaps where they stand and copies once the last is filled', async () => {
    const desk = await openDesk((core) => {
      core.lines = [sampleLine('a/gaps', '请稍等', ['name', 'time'])];
    });
    desk.press('Enter');
    const first = await waitFor(() => screen.getByLabelText<HTMLInputElement>('填写：name?', { selector: 'input' }));
    expect(document.activeElement).toBe(first);
    fireEvent.change(first, { target: { value: '王女士，' } });
    desk.press('Enter');
    const second = await waitFor(() => screen.getByLabelText<HTMLInputElement>('填写：time?', { selector: 'input' }));
    await waitFor(() => expect(document.activeElement).toBe(second));
    fireEvent.change(second, { target: { value: '三点前' } });
    desk.press('Enter');
    await waitFor(() => expect(desk.clipboard).toEqual(['王女士，三点前请稍等。']));
  });

  it('keeps what is known of a customer from line to line until the next customer', async () => {
    const desk = await openDesk((core) => {
      core.lines = [sampleLine('a/one', '一', ['name']), sampleLine('a/two', '二', ['name'])];
    });
    desk.press('Enter');
    const field = await waitFor(() => screen.getByLabelText<HTMLInputElement>('填写：name?', { selector: 'input' }));
    fireEvent.change(field, { target: { value: '王女士' } });
    desk.press('Enter');
    await waitFor(() => expect(desk.clipboard).toEqual(['王女士一。']));
    desk.press('2', { ctrlKey: true });
    await waitFor(() => expect(desk.clipboard).toEqual(['王女士一。', '王女士二。']));
    desk.press('n', { ctrlKey: true });
    await waitFor(() => expect(screen.queryByText('王女士')).toBeNull());
  });

  it('does not copy a line that is not in force and says what replaces it', async () => {
    const desk = await openDesk((core) => {
      const old = sampleLine('a/old', '旧口径');
      const usability = {
        state: 'expired' as const,
        day: '2026-10-31',
        replacedBy: { entryId: 'a/new', title: '新口径' },
      };
      core.lines = [{ ...old, usability }, sampleLine('a/new', '新口径')];
    });
    await waitFor(() => screen.getByText('这条口径用到 2026-10-31 为止，已经过期'));
    desk.press('Enter');
    await pause(60);
    expect(desk.clipboard).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: /新口径/ }));
    await waitFor(() => screen.getByRole('heading', { name: '新口径', level: 1 }));
  });
});

describe('losing the core', () => {
  it('says so, keeps what was typed, and recovers by itself', async () => {
    const desk = await openDesk();
    desk.far.close();
    await waitFor(() => screen.getByText('本机记录服务正在重启，已输入的内容都在'));
    desk.type('信号');
    desk.press('Enter');
    await pause(30);
    expect(desk.box().value).toBe('信号');
    expect(desk.clipboard).toEqual([]);
    expect(titles()).toHaveLength(3);
    desk.connection.attach(desk.core.openPort().near);
    await waitFor(() => expect(screen.queryByText('本机记录服务正在重启，已输入的内容都在')).toBeNull());
    await waitFor(() => expect(desk.core.calls.get('library.search')).toBe(1));
    desk.press('Enter');
    await waitFor(() => expect(desk.clipboard).toEqual(['第一条。']));
  });
});

describe('signing in', () => {
  it('asks for the PIN of somebody who set one, says what is wrong and keeps what was typed', async () => {
    await openDesk((core) => {
      core.person = null;
    });
    fireEvent.click(await waitFor(() => screen.getByRole('button', { name: /何静/ })));
    const pin = screen.getByLabelText<HTMLInputElement>('密码');
    fireEvent.change(pin, { target: { value: '9999' } });
    fireEvent.submit(pin);
    await waitFor(() => screen.getByText(/请等 3 秒/));
    expect(pin.value).toBe('9999');
  });
});
