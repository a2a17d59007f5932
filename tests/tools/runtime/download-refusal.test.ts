import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  forgetRefusal,
  readRefusal,
  refusalPath,
  rememberRefusal,
  shouldTryDownload,
} from '#tools/runtime/download-refusal.ts';

const DAY_MS = 86_400_000;
const refusal = { version: '45.4.1', refusedAtMs: 1_000_000_000, reason: 'fetch failed' };
let cache = '';

beforeEach(async () => {
  cache = await mkdtemp(path.join(tmpdir(), 'refusal-'));
});
afterEach(() => rm(cache, { recursive: true, force: true }));

describe('a refused download of the official Electron', () => {
  it('is not tried again for a day, and then it is', () => {
    expect(shouldTryDownload(refusal, '45.4.1', refusal.refusedAtMs)).toBe(false);
    expect(shouldTryDownload(refusal, '45.4.1', refusal.refusedAtMs + DAY_MS - 1)).toBe(false);
    expect(shouldTryDownload(refusal, '45.4.1', refusal.refusedAtMs + DAY_MS)).toBe(true);
  });

  it('says nothing about another version', () => {
    expect(shouldTryDownload(refusal, '45.4.2', refusal.refusedAtMs)).toBe(true);
    expect(shouldTryDownload(null, '45.4.1', 0)).toBe(true);
  });

  it('does not hold for ever when the clock was set back', () => {
    expect(shouldTryDownload(refusal, '45.4.1', refusal.refusedAtMs - 1)).toBe(true);
  });

  it('is kept in the cache folder until it is forgotten', async () => {
    const folder = path.join(cache, 'not', 'there', 'yet');
    expect(await readRefusal(folder)).toBeNull();
    await rememberRefusal(folder, refusal);
    expect(await readRefusal(folder)).toEqual(refusal);
    await forgetRefusal(folder);
    expect(await readRefusal(folder)).toBeNull();
  });

  it('is taken as absent when the note is damaged', async () => {
    await writeFile(refusalPath(cache), '{"version":"45');
    expect(await readRefusal(cache)).toBeNull();
  });
});
