import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Excel from '@protobi/exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checklist } from '#contract/workshop/terms.ts';
import { dataFolder } from '#core/db/data-folder.ts';
import { openForReading } from '#core/db/open.ts';
import { importSteps } from '#core/library/exchange/import-steps.ts';
import { type OpenCore, signInAs } from '#tests/harness/open-core.ts';
import { temporaryFolder } from '#tests/harness/temporary-folder.ts';
import { savedFile } from './exchange-desk.ts';
import { openExchange, previewed, stepsOf } from './open-exchange.ts';

const SHEET = `编号,标题,场景,标准,简短
,雨天来客,,外面雨大，您先进来擦擦水，我给您拿条毛巾。,您先进来擦擦水。
,雨天来客之二,,外面雨大，您先进来擦擦水，我给您拿条毛巾吧。,您先进来擦擦水吧。
,坏的一条,没有的场景,您坐。,
`
  .replaceAll('外面雨大，您先进来擦擦水，我给您拿条毛巾', '"外面雨大，您先进来擦擦水，我给您拿条毛巾')
  .replaceAll('。,您先', '。",您先')
  .replaceAll('吧。,您先', '吧。",您先');

let opened: OpenCore;
beforeAll(async () => {
  opened = await openExchange();
});
beforeEach(() => signInAs(opened, 'lead'));
afterAll(() => opened.remove());

function kinds(): string[] {
  const db = openForReading(dataFolder(opened.dataDir).database);
  try {
    return db.prepare('SELECT kind FROM journal ORDER BY epoch, seq').pluck().all() as string[];
  } finally {
    db.close();
  }
}

describe('a file that is looked at', () => {
  it('shows what is new, alike and turned down, list by list, and leaves the journal as it was', async () => {
    const before = kinds();
    const steps = await stepsOf(opened, savedFile('team.csv', SHEET), {
      packId: 'hall',
      scene: 'meeting',
      owner: '班长',
    });
    const last = steps.at(-1);
    if (last?.kind !== 'preview') throw new Error(JSON.stringify(last));
    const { previewId, counts, places } = last.summary;
    expect(steps[0]?.kind).toBe('progress');
    expect(counts).toEqual({ new: 2, changed: 0, alike: 1, rejected: 1, unchanged: 0 });
    expect(places).toEqual({ new: [0, 1], changed: [], alike: [1] });
    const list = (name: 'new' | 'alike' | 'rejected') =>
      opened.client.exchange.previewItems({ previewId, list: name, from: 0, limit: 10 });
    expect(await list('new')).toHaveLength(2);
    expect(await list('alike')).toMatchObject([{ index: 1, item: { alike: [{ title: '雨天来客' }] } }]);
    expect(await list('rejected')).toMatchObject([
      {
        index: 2,
        item: {
          at: { row: 4 },
          faults: [{ column: { path: 'scene', label: '场景', inFile: true }, reason: { key: 'noSuchScene' } }, {}],
        },
      },
    ]);
    expect(kinds()).toEqual(before);
  });

  it('is gone once it is let go, and is nobody else’s', async () => {
    const { previewId } = await previewed(opened, savedFile('team.csv', SHEET));
    const look = () => opened.client.exchange.previewItems({ previewId, list: 'new', from: 0, limit: 10 });
    await signInAs(opened, 'administrator');
    await expect(look()).rejects.toMatchObject({ code: 'notFound' });
    await signInAs(opened, 'lead');
    expect(await look()).toHaveLength(2);
    await opened.client.exchange.dropPreview({ previewId });
    await expect(look()).rejects.toMatchObject({ code: 'notFound' });
    await expect(opened.client.exchange.apply({ previewId, leaveOut: [] })).rejects.toMatchObject({ code: 'notFound' });
  });

  it('is refused when the shell knows no such file, and when it is none', async () => {
    expect(await stepsOf(opened, 'no-such-token')).toMatchObject([{ kind: 'refused', refusal: { key: 'fileGone' } }]);
    expect((await stepsOf(opened, savedFile('a.xlsx', 'not a sheet'))).at(-1)).toMatchObject({ kind: 'refused' });
  });

  it('is no longer read once the window stops listening', async () => {
    let stopped: AbortSignal | null = null;
    const steps = importSteps(
      (signal, onProgress) => {
        stopped = signal;
        onProgress({ phase: 'reading', done: 0, total: 1 });
        return new Promise((resolve) => signal.addEventListener('abort', () => resolve({ outcome: 'cancelled' })));
      },
      () => ({ kind: 'refused', refusal: { key: 'unreadable' } }),
      undefined,
    );
    expect(await steps.next()).toMatchObject({ value: { kind: 'progress' } });
    await steps.return(undefined);
    expect(stopped).toMatchObject({ aborted: true });
  });
});

describe('what is taken of a file', () => {
  it('waits as drafts that no search finds, until somebody discards them', async () => {
    const { previewId, places } = await previewed(opened, savedFile('team.csv', SHEET));
    const applied = await opened.client.exchange.apply({ previewId, leaveOut: places.alike });
    expect(applied).toMatchObject({ drafts: 1, replaced: 0 });
    const { total, drafts } = await opened.client.exchange.drafts({ importId: applied.importId });
    expect(total).toBe(1);
    const [draft] = drafts;
    if (!draft) throw new Error('no draft');
    expect(draft).toMatchObject({ title: '雨天来客', change: 'new', state: 'waiting', at: { row: 2 } });
    expect(await opened.client.exchange.draft({ draftId: draft.draftId })).toMatchObject({
      changes: null,
      entry: { provenance: { review: 'draft', owner: '值班长' } },
    });
    const { hits } = await opened.client.library.search({ text: '雨天来客' });
    expect(hits.map(({ entryId }) => entryId)).not.toContain(draft.entryId);
    await expect(opened.client.library.line({ entryId: draft.entryId, values: {} })).rejects.toMatchObject({
      code: 'notFound',
    });
    expect(await opened.client.exchange.discardDrafts({ draftIds: [draft.draftId] })).toEqual({ discarded: 1 });
    expect(await opened.client.exchange.discardDrafts({ draftIds: [draft.draftId] })).toEqual({ discarded: 0 });
    expect(await opened.client.exchange.drafts({ importId: applied.importId })).toMatchObject({ total: 0 });
    expect(kinds().slice(-2)).toEqual(['wording.imported', 'wording.draftsDiscarded']);
  });

  it('is handed in and approved together in the workshop, and does not wait here any more', async () => {
    const { exchange, workshop } = opened.client;
    const { previewId } = await previewed(opened, savedFile('together.csv', SHEET));
    const { importId } = await exchange.apply({ previewId, leaveOut: [] });
    const { drafts } = await workshop.queue({ importId });
    expect(drafts.map(({ imported }) => imported)).toEqual(drafts.map(() => ({ importId, fileName: 'together.csv' })));
    const { done } = await workshop.submit({ draftIds: drafts.map(({ draftId }) => draftId) });
    expect(done.length).toBeGreaterThan(0);
    expect((await exchange.drafts({ importId })).total).toBe(drafts.length);
    await signInAs(opened, 'reviewer');
    const looked = drafts
      .filter(({ draftId }) => done.includes(draftId))
      .map(({ draftId, revisionId }) => ({ draftId, revisionId }));
    const judged = await workshop.review({ drafts: looked, verdict: 'approved', checked: [...checklist] });
    expect(judged).toEqual({ done, refused: [] });
    await signInAs(opened, 'lead');
    const left = drafts.length - done.length;
    expect((await exchange.drafts({ importId })).total).toBe(left);
    const [file] = await exchange.imports();
    expect(file).toMatchObject({ importId, waiting: left, approved: done.length });
    expect(await exchange.discardDrafts({ importId })).toEqual({ discarded: left });
    await workshop.discard({ draftIds: done });
  });

  it('overtakes what an earlier file brought for the same entry; the list of files says so', async () => {
    const first = await previewed(opened, savedFile('first.csv', SHEET));
    const one = await opened.client.exchange.apply({ previewId: first.previewId, leaveOut: [] });
    const second = await previewed(opened, savedFile('second.csv', SHEET));
    const two = await opened.client.exchange.apply({ previewId: second.previewId, leaveOut: [] });
    expect(two).toMatchObject({ drafts: 2, replaced: 2 });
    const files = await opened.client.exchange.imports();
    expect(files.slice(0, 2)).toMatchObject([
      { importId: two.importId, fileName: 'second.csv', waiting: 2, replaced: 0 },
      { importId: one.importId, fileName: 'first.csv', waiting: 0, replaced: 2 },
    ]);
    expect(await opened.client.exchange.discardDrafts({ importId: two.importId })).toEqual({ discarded: 2 });
  });

  it('shows a draft of a changed entry beside the library as it is', async () => {
    const entryId = 'hall/welcome';
    const sheet = `编号,标题,标准\n${entryId},迎客,您好，欢迎您来，这边请坐，喝口水。\n`
      .replace('客,您好，', '客,"您好，')
      .replace('水。', '水。"');
    const { previewId, counts } = await previewed(opened, savedFile('change.csv', sheet));
    expect(counts).toMatchObject({ changed: 1, new: 0 });
    const { importId } = await opened.client.exchange.apply({ previewId, leaveOut: [] });
    const { drafts } = await opened.client.exchange.drafts({ importId });
    const shown = await opened.client.exchange.draft({ draftId: drafts[0]?.draftId ?? '' });
    expect(shown.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: 'variants.standard', before: '您好，欢迎您来，这边请坐。' }),
      ]),
    );
    const { variants } = await opened.client.library.line({ entryId, values: {} });
    expect(variants[0]?.segments[0]?.text).toBe('您好，欢迎您来，这边请坐。');
  });
});

describe('what goes out', () => {
  const folder = temporaryFolder('exchange-');

  it('is a workbook that opens, and a printed page', async () => {
    const sheet = join(folder, 'a.xlsx');
    const result = await opened.client.exchange.export({ fileToken: sheet, format: 'xlsx', packId: 'hall' });
    if (result.outcome !== 'written') throw new Error(JSON.stringify(result));
    const workbook = new Excel.Workbook();
    await workbook.xlsx.readFile(sheet);
    expect(workbook.worksheets.reduce((rows, { rowCount }) => rows + rowCount - 1, 0)).toBe(result.written);
    const page = join(folder, 'a.pdf');
    expect(await opened.client.exchange.export({ fileToken: page, format: 'pdf', packId: 'hall' })).toMatchObject({
      outcome: 'written',
    });
    expect(readFileSync(page, 'utf8')).toMatch(/^%PDF/);
    expect(readdirSync(folder).sort()).toEqual(['a.pdf', 'a.xlsx']);
    expect(kinds().slice(-2)).toEqual(['wording.exported', 'wording.exported']);
  });

  it('leaves the file there was, when it cannot be written', async () => {
    const file = join(folder, 'kept.csv');
    writeFileSync(file, 'what was there');
    const lost = join(folder, 'gone', 'a.csv');
    expect(await opened.client.exchange.export({ fileToken: lost, format: 'csv', packId: 'hall' })).toEqual({
      outcome: 'failed',
      why: 'noFolder',
    });
    expect(await opened.client.exchange.export({ fileToken: folder, format: 'csv', packId: 'hall' })).toMatchObject({
      outcome: 'failed',
    });
    expect(readFileSync(file, 'utf8')).toBe('what was there');
    expect(existsSync(join(folder, 'gone'))).toBe(false);
  });
});

describe('somebody who does not answer for the wording', () => {
  it.each(['agent', 'trainee', 'handler'])('gets nothing of this: %s', async (role) => {
    await signInAs(opened, role);
    const { exchange } = opened.client;
    const path = savedFile('team.csv', SHEET);
    const none = { code: 'notAllowed' };
    await expect(stepsOf(opened, path)).rejects.toMatchObject(none);
    await expect(exchange.previewItems({ previewId: 'x', list: 'new', from: 0, limit: 1 })).rejects.toMatchObject(none);
    await expect(exchange.apply({ previewId: 'x', leaveOut: [] })).rejects.toMatchObject(none);
    await expect(exchange.dropPreview({ previewId: 'x' })).rejects.toMatchObject(none);
    await expect(exchange.imports()).rejects.toMatchObject(none);
    await expect(exchange.drafts({})).rejects.toMatchObject(none);
    await expect(exchange.draft({ draftId: 'x' })).rejects.toMatchObject(none);
    await expect(exchange.discardDrafts({ importId: 'x' })).rejects.toMatchObject(none);
    await expect(exchange.export({ fileToken: path, format: 'csv' })).rejects.toMatchObject(none);
  });
});
