import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isResting, onRestChange, watchResting } from '#renderer/app/resting.ts';

const HALF_A_MINUTE_MS = 30_000;

let stop = () => {};
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  stop = watchResting();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const act = () => {
  const press = new KeyboardEvent('keydown', { key: 'a' });
  Object.defineProperty(press, 'timeStamp', { value: performance.now() });
  window.dispatchEvent(press);
};
const pageRests = () => document.documentElement.hasAttribute('data-resting');

test('the desk rests half a minute after the last key, and says so on the page', () => {
  vi.advanceTimersByTime(HALF_A_MINUTE_MS - 1_000);
  act();
  vi.advanceTimersByTime(HALF_A_MINUTE_MS - 1_000);
  expect([isResting(), pageRests()]).toEqual([false, false]);
  vi.advanceTimersByTime(1_500);
  expect([isResting(), pageRests()]).toEqual([true, true]);
});

test('the first key ends the rest at once and tells whoever steps more slowly meanwhile', () => {
  const told: boolean[] = [];
  const stopListening = onRestChange(() => told.push(isResting()));
  vi.advanceTimersByTime(HALF_A_MINUTE_MS + 1);
  act();
  expect(told).toEqual([true, false]);
  expect(pageRests()).toBe(false);
  vi.advanceTimersByTime(HALF_A_MINUTE_MS + 1);
  expect(told).toEqual([true, false, true]);
  stopListening();
});
