import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { importPreview } from '#core/library/exchange/import-preview.ts';
import { temporaryFolder } from '#tests/harness/temporary-folder.ts';
import { library, line, outcomeOf, previewOf, startParser, statesOf, TODAY } from './exchange-desk.ts';
import { documentParts, hostileZip, workbookParts } from './hostile-archive.ts';
import { hostileFiles } from './hostile-files.ts';

const files = hostileFiles();
const LIMIT_MS = 2_000;
/** Where names that climb would come out, and what nothing may leave behind. */
const watched = ['/tmp/escaped.xml', '/escaped.xml', join(process.cwd(), 'escaped.xml'), join(tmpdir(), 'escaped.xml')];
const slow: string[] = [];

describe('a hostile file', () => {
  afterAll(() => {
    expect(watched.filter((path) => existsSync(path))).toEqual([]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('comes in at least sixty ways', () => {
    expect(files.length).toBeGreaterThanOrEqual(60);
    expect(new Set(files.map(({ what }) => what)).size).toBe(files.length);
  });

  it.each(files)('is refused in time: $what', async ({ what, name, bytes }) => {
    const started = performance.now();
    const outcome = await outcomeOf(name, bytes);
    const took = performance.now() - started;
    expect(outcome.outcome, JSON.stringify(outcome).slice(0, 300)).toBe('refused');
    if (outcome.outcome === 'refused') {
      expect(['tookTooLong', 'tookTooMuchMemory']).not.toContain(outcome.refusal.key);
    }
    if (took <= LIMIT_MS) return;
    // A busy machine may hold up one try: what the file itself costs shows in the better of two.
    const again = performance.now();
    await outcomeOf(name, bytes);
    const better = Math.min(took, performance.now() - again);
    if (better > LIMIT_MS) slow.push(`${what}: ${Math.round(better)} ms`);
  });

  it('is refused in under two seconds, every one', () => {
    expect(slow).toEqual([]);
  });

  it('is told from the sound one it was made of', async () => {
    for (const [name, parts] of [
      ['a.xlsx', workbookParts()],
      ['a.docx', documentParts()],
    ] as const) {
      const preview = await previewOf(name, hostileZip(parts), {}, { scene: 'meeting' });
      expect(statesOf(preview), JSON.stringify(preview)).toMatchObject({ new: 1, rejected: 0 });
    }
  });
});

describe('a file that asks for too much', () => {
  const sheet = hostileZip(workbookParts());

  it('is stopped at its time', async () => {
    const outcome = await outcomeOf('a.xlsx', sheet, { timeLimitMs: 1 });
    expect(outcome).toMatchObject({ outcome: 'refused', refusal: { key: 'tookTooLong' } });
  });

  it('is stopped at its memory, seen from outside', async () => {
    const outcome = await outcomeOf('a.xlsx', sheet, { memoryLimit: 20 * 1024 * 1024 });
    expect(outcome).toMatchObject({ outcome: 'refused', refusal: { key: 'tookTooMuchMemory' } });
  });

  it('is dropped when somebody cancels, and its process with it', async () => {
    const stop = new AbortController();
    let pid = 0;
    const outcome = await outcomeOf('a.xlsx', sheet, {
      signal: stop.signal,
      startParser: () => {
        const child = startParser(0);
        pid = child.pid ?? 0;
        setTimeout(() => stop.abort(), 20);
        return child;
      },
    });
    expect(outcome).toEqual({ outcome: 'cancelled' });
    await expect.poll(() => existsSync(`/proc/${pid}/exe`), { timeout: 2_000 }).toBe(false);
  });

  it('is no file at all: a folder, a pipe, nothing', async () => {
    const folder = temporaryFolder('exchange-');
    execFileSync('mkfifo', [join(folder, 'pipe.csv')]);
    const options = { kind: 'line' as const, channels: ['counter' as const], today: TODAY };
    for (const path of [join(folder, 'pipe.csv'), join(folder, 'none.csv'), '/dev/zero.csv', folder]) {
      const outcome = await importPreview(path, options, { library: library(), startParser });
      expect(outcome).toMatchObject({ outcome: 'refused' });
    }
    expect(readdirSync(folder)).toEqual(['pipe.csv']);
  });
});

describe('a formula in a sheet', () => {
  it('counts with the value last saved and is never computed', async () => {
    const cells = `<row r="1"><c r="A1" t="inlineStr"><is><t>标题</t></is></c><c r="B1" t="inlineStr"><is><t>标准</t></is></c></row><row r="2"><c r="A2" t="str"><f>WEBSERVICE("http://example.invalid")</f><v>问好</v></c><c r="B2" t="str"><f>cmd|'/C calc'!A0</f><v>您好，请坐。我来看看。</v></c></row>`;
    const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`;
    const held = library(line('hello', { title: '问好' }));
    const preview = await previewOf('a.xlsx', hostileZip(workbookParts({ 'xl/worksheets/sheet1.xml': sheet })), {
      library: held,
    });
    expect(preview.items).toMatchObject([
      { state: 'changed', entry: { id: 'hall/hello', variants: { standard: '您好，请坐。我来看看。' } } },
    ]);
  });
});
