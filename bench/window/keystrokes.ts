import type { CDPSession, Page } from '@playwright/test';
import { pinyin } from 'pinyin-pro';
import type { BenchRow } from '../bench-row.ts';

const BAR_MS = { quiet: 33, slowed: 66 } as const;
const WORDS = 40;

export interface TypingOptions {
  /** Milliseconds between two keys; a brisk typist makes about eight keys a second. */
  betweenKeysMs: number;
  /** How many hanzi a word has. */
  hanzi: number;
  /** Also types half of the words with the CPU slowed four times. */
  slowed: boolean;
}

const WHOLE: TypingOptions = { betweenKeysMs: 120, hanzi: 4, slowed: true };

/** Types forty words key by key into the search box and times each key from its event to the frame after the list changed. */
export async function keystrokeRows(
  page: Page,
  titles: readonly string[],
  options: TypingOptions = WHOLE,
): Promise<BenchRow[]> {
  const keyboard = await page.context().newCDPSession(page);
  await page.evaluate(watchKeystrokes);
  const words = wordsToType(titles, options.hanzi);
  const type = (some: readonly string[]) => typeWords(page, keyboard, some, options.betweenKeysMs);
  await type(words.slice(0, 6));
  await takeTimes(page);
  await type(words);
  const quiet = rowsOf('', await takeTimes(page), BAR_MS.quiet);
  if (!options.slowed) return quiet;
  await keyboard.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await type(words.slice(0, WORDS / 2));
  await keyboard.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return [...quiet, ...rowsOf(', CPU slowed 4×', await takeTimes(page), BAR_MS.slowed)];
}

/** Three kinds in turn: hanzi, full pinyin, initials. */
function wordsToType(titles: readonly string[], hanzi: number): string[] {
  return Array.from({ length: WORDS }, (_, at) => {
    const title = titles[(at * 211) % titles.length] ?? '';
    const word = title.replace(/[^\p{Script=Han}]/gu, '').slice(0, hanzi);
    if (at % 3 === 0) return word;
    const pattern = at % 3 === 1 ? 'pinyin' : 'first';
    return pinyin(word, { pattern, toneType: 'none', type: 'array' }).join('');
  });
}

async function typeWords(
  page: Page,
  keyboard: CDPSession,
  words: readonly string[],
  betweenKeysMs: number,
): Promise<void> {
  const box = page.getByRole('combobox').first();
  for (const word of words) {
    await box.fill('');
    await page.waitForTimeout(200);
    for (const key of word) {
      await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key });
      await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
      await page.waitForTimeout(betweenKeysMs);
    }
  }
}

interface Times {
  ms: number[];
  keys: number;
}

/** Runs in the page, once or again: a key's time ends with the frame after the first change of the result list that follows it. */
function watchKeystrokes(): void {
  const page = window as unknown as { counterpartTimes?: Times };
  if (page.counterpartTimes) return;
  const times: Times = { ms: [], keys: 0 };
  page.counterpartTimes = times;
  let pressedAt: number | null = null;
  addEventListener(
    'keydown',
    (event) => {
      pressedAt = event.timeStamp;
      times.keys += 1;
    },
    true,
  );
  const changed = new MutationObserver((changes) => {
    const inList = changes.some(({ target }) => {
      const element = target instanceof Element ? target : target.parentElement;
      return element?.closest('[role=listbox]') || element?.querySelector(':scope > [role=listbox]');
    });
    if (!inList || pressedAt === null) return;
    const since = pressedAt;
    pressedAt = null;
    // A message posted in the frame's callback arrives once the frame was handed over.
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => times.ms.push(performance.now() - since);
      channel.port2.postMessage(null);
    });
  });
  changed.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
}

async function takeTimes(page: Page): Promise<Times> {
  return page.evaluate(() => {
    const { counterpartTimes } = window as unknown as { counterpartTimes: Times };
    const taken = { ms: [...counterpartTimes.ms], keys: counterpartTimes.keys };
    Object.assign(counterpartTimes, { ms: [], keys: 0 });
    return taken;
  });
}

function rowsOf(condition: string, { ms, keys }: Times, bar: number): BenchRow[] {
  const sorted = [...ms].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  const name = `window: key to frame, 10k entries${condition}`;
  const told = (what: string, figure: number, unit: string): BenchRow => ({
    bench: `${name}, ${what}`,
    figure,
    unit,
    bar: null,
    ok: null,
  });
  return [
    told('p50', at(0.5), 'ms'),
    { ...told('p95', at(0.95), 'ms'), bar, ok: at(0.95) <= bar },
    told('p99', at(0.99), 'ms'),
    told('keys that changed the list', (ms.length / keys) * 100, '%'),
  ];
}
