import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { OpenTarget } from '#electron/main/notifications/desk-notifier.ts';
import { trayMenu } from '#electron/main/notifications/tray-menu.ts';
import { boundsOf } from '#electron/main/quick-bar/bounds.ts';
import { holdHotkey } from '#electron/main/quick-bar/hotkey.ts';
import { readPreferences, writePreferences } from '#electron/main/quick-bar/preferences.ts';
import { hotkeyOf, printHotkey } from '#renderer/features/quick-bar/hotkey-words.ts';
import { placeBeside } from '#renderer/features/quick-bar/place-steps.ts';

/** A system in which other programs have some keys. */
function keysWith(taken: string[]) {
  const mine = new Map<string, () => void>();
  return {
    mine,
    taken,
    system: {
      register(keys: string, onPress: () => void) {
        if (keys === 'Nonsense') throw new Error('conversion failure');
        if (taken.includes(keys)) return false;
        mine.set(keys, onPress);
        return true;
      },
      unregister: (keys: string) => void mine.delete(keys),
    },
  };
}

describe('the hotkey', () => {
  test('opens the bar, and other keys take its place', () => {
    let pressed = 0;
    const { mine, system } = keysWith([]);
    const hotkey = holdHotkey(system, 'Control+Alt+Space', () => {
      pressed += 1;
    });
    mine.get('Control+Alt+Space')?.();
    expect(pressed).toBe(1);
    expect(hotkey.change('Alt+F2')).toEqual({ hotkey: 'Alt+F2', held: true, refused: null });
    expect([...mine.keys()]).toEqual(['Alt+F2']);
    expect(hotkey.change(null)).toEqual({ hotkey: null, held: false, refused: null });
    expect(mine.size).toBe(0);
  });

  test('that another program has is said to be taken, and is had as soon as it is free', () => {
    const { mine, taken, system } = keysWith(['Control+Alt+Space']);
    const hotkey = holdHotkey(system, 'Control+Alt+Space', () => undefined);
    expect(hotkey.state()).toEqual({ hotkey: 'Control+Alt+Space', held: false, refused: null });
    expect(hotkey.retry().held).toBe(false);
    taken.length = 0;
    expect(hotkey.retry()).toEqual({ hotkey: 'Control+Alt+Space', held: true, refused: null });
    expect(mine.size).toBe(1);
  });

  test('stays as it was when the new one is not to be had, or is none', () => {
    const { mine, system } = keysWith(['Alt+F2']);
    const hotkey = holdHotkey(system, 'Control+Alt+Space', () => undefined);
    for (const refused of ['Alt+F2', 'Nonsense']) {
      expect(hotkey.change(refused)).toEqual({ hotkey: 'Control+Alt+Space', held: true, refused });
    }
    expect([...mine.keys()]).toEqual(['Control+Alt+Space']);
    expect(hotkey.state().refused, 'and is not complained about for ever').toBeNull();
  });

  test('is read from what is pressed, by the key and not by what the layout makes of it', () => {
    const up = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
    expect(hotkeyOf({ ...up, code: 'Space', ctrlKey: true, altKey: true }, false)).toBe('Control+Alt+Space');
    expect(hotkeyOf({ ...up, code: 'Digit1', metaKey: true, shiftKey: true }, true)).toBe('Command+Shift+1');
    expect(hotkeyOf({ ...up, code: 'ControlLeft', ctrlKey: true }, false)).toBeNull();
    expect(printHotkey('Control+Alt+Space', false)).toBe('Ctrl Alt Space');
    expect(printHotkey('Control+Shift+Space', true)).toBe('⌃ ⇧ Space');
  });
});

describe('the bar on the screen', () => {
  const area = { x: 1280, y: 30, width: 1280, height: 770 };
  const wished = { width: 560, height: 352 };

  test('floats in the middle, above the centre, on the screen it is meant for', () => {
    const bounds = boundsOf('floating', area, wished);
    expect(bounds).toMatchObject({ x: 1280 + 360, ...wished });
    expect(bounds.y + wished.height / 2).toBeLessThan(area.y + area.height / 2);
  });

  test('is a column as high as the screen at an edge', () => {
    expect(boundsOf('left', area, wished)).toEqual({ x: 1280, y: 30, width: 560, height: 770 });
    expect(boundsOf('right', area, wished)).toEqual({ x: 2000, y: 30, width: 560, height: 770 });
  });

  test('never leaves a small screen, however large its text', () => {
    const small = { x: 0, y: 0, width: 800, height: 400 };
    for (const place of ['floating', 'left', 'right'] as const) {
      const { x, y, width, height } = boundsOf(place, small, { width: 900, height: 500 });
      expect(x >= 0 && y >= 0 && x + width <= 800 && y + height <= 400, place).toBe(true);
    }
  });

  test('is moved step by step from edge to edge', () => {
    expect(placeBeside('floating', -1)).toBe('left');
    expect(placeBeside('left', -1)).toBe('left');
    expect(placeBeside('left', 1)).toBe('floating');
    expect(placeBeside('floating', 1)).toBe('right');
  });
});

describe('what this PC remembers of the bar', () => {
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-quick-bar-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'quick-bar.json');

  test('is there again at the next start; a missing or damaged file means the first keys', async () => {
    const first = { hotkey: 'Control+Alt+Space', place: 'floating', used: false };
    expect(readPreferences(file, 'linux')).toEqual(first);
    expect(readPreferences(file, 'darwin').hotkey).toBe('Control+Shift+Space');
    await writePreferences(file, { hotkey: null, place: 'left', used: true });
    expect(readPreferences(file, 'linux')).toEqual({ hotkey: null, place: 'left', used: true });
    for (const damaged of ['{', '{"hotkey":"Control+C","place":"left","used":true}']) {
      writeFileSync(file, damaged);
      expect(readPreferences(file, 'linux')).toEqual(first);
    }
  });
});

test('the tray leads to the desk, the quick bar and the orders, and quits, in both languages', () => {
  for (const [language, labels] of [
    ['zh-CN', ['打开工作台', '打开快查窗', '打开工单', '退出']],
    ['en', ['Open the desk', 'Open the quick bar', 'Open the work orders', 'Quit']],
  ] as const) {
    const done: (string | OpenTarget)[] = [];
    const items = trayMenu(language, {
      openDesk: () => done.push('desk'),
      openQuickBar: () => done.push('bar'),
      open: (target) => done.push(target),
      quit: () => done.push('quit'),
    }).flatMap((item) => ('label' in item ? [item] : []));
    expect(items.map(({ label }) => label)).toEqual(labels);
    for (const { click } of items) click();
    expect(done).toEqual(['desk', 'bar', { place: 'orders', workOrderId: null }, 'quit']);
  }
});
