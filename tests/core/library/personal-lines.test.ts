import { afterEach, beforeEach, expect, test } from 'vitest';
import { openForReading } from '#core/db/open.ts';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { placeLine, placeRelease } from './place-library.ts';

let opened: OpenCore;
beforeEach(async () => {
  opened = await openCore({ release: placeRelease('2026.11.1', [placeLine('signal', { title: '无信号的解释' })]) });
  await signInAs(opened, 'agent');
});
afterEach(() => opened.remove());

const own = {
  title: '老小区信号的说法',
  variants: { standard: '〔称呼〕，您那个小区楼密，我帮您报到〔哪个站〕看看。' },
  keywords: ['楼密'],
  stage: 'resolve' as const,
};
const found = async (text: string, includePersonal: boolean) =>
  (await opened.client.library.search({ text, includePersonal })).hits.map(({ title }) => title);

test('an own line is found only when asked for, by the same engine, and follows every change at once', async () => {
  const line = await opened.client.library.writePersonalLine(own);
  expect(await found('信号', false)).toEqual(['无信号的解释']);
  expect((await found('xinhao', true)).sort()).toEqual(['无信号的解释', '老小区信号的说法']);
  await opened.client.library.writePersonalLine({ ...own, ...line, title: '高层住户的说法' });
  expect(await found('高层住户', true)).toEqual(['高层住户的说法']);
  await opened.client.library.removePersonalLine({ entryId: line.entryId });
  expect(await found('楼密', true)).not.toContain('高层住户的说法');
});

test('nobody else finds, reads, lists, copies, favours or removes it, nor sees that it was used', async () => {
  const { entryId } = await opened.client.library.writePersonalLine(own);
  await found('信号', true);
  const values = { own1: '王女士', own2: '东站' };
  await opened.client.library.copyLine({ entryId, variant: 'standard', values });
  await signInAs(opened, 'lead');
  expect(await found('信号', true)).toEqual(['无信号的解释']);
  expect(await opened.client.library.personalLines()).toEqual([]);
  expect((await opened.client.library.browse({ only: 'personal' })).items).toEqual([]);
  expect(await opened.client.library.recentUses({})).toEqual([]);
  expect((await opened.client.library.usage({})).used).toEqual([]);
  for (const refused of [
    opened.client.library.line({ entryId }),
    opened.client.library.copyLine({ entryId, variant: 'standard', values }),
    opened.client.library.setFavourite({ entryId, favourite: true }),
    opened.client.library.writePersonalLine({ ...own, entryId, version: 1 }),
    opened.client.library.removePersonalLine({ entryId }),
  ]) {
    await expect(refused).rejects.toMatchObject({ code: 'notFound' });
  }
});

test('its brackets are gaps the desk asks about; copying fills them and records the text without them', async () => {
  const { entryId } = await opened.client.library.writePersonalLine(own);
  const view = await opened.client.library.line({ entryId });
  expect(view.variants.map(({ variant }) => variant)).toEqual(['standard']);
  expect(view.variables.map(({ label }) => label)).toEqual(['称呼', '哪个站']);
  await expect(opened.client.library.copyLine({ entryId, variant: 'standard', values: {} })).rejects.toMatchObject({
    code: 'variablesMissing',
  });
  const { text } = await opened.client.library.sayLine({
    entryId,
    variant: 'standard',
    values: { own1: '王女士', own2: '东站' },
  });
  expect(text).toBe('王女士，您那个小区楼密，我帮您报到东站看看。');
  const [use] = await opened.client.library.recentUses({});
  expect(use).toMatchObject({ how: 'said', title: own.title, version: 1 });
  expect(use?.text).toBe('〔称呼〕，您那个小区楼密，我帮您报到〔哪个站〕看看。');
});

test('a change to a version that is no longer the newest is refused', async () => {
  const { entryId } = await opened.client.library.writePersonalLine(own);
  await opened.client.library.writePersonalLine({ ...own, entryId, version: 1 });
  await expect(opened.client.library.writePersonalLine({ ...own, entryId, version: 1 })).rejects.toMatchObject({
    code: 'outOfDate',
  });
});

test('template signs are refused, so that own text can never be more than text', async () => {
  for (const standard of ['{{ customerName }}您好', "{% render 'telecom/x' %}", '\u{E000}0\u{E001}您好']) {
    await expect(opened.client.library.writePersonalLine({ ...own, variants: { standard } })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  }
});

test('it survives a restart, and its text is nowhere in the file as it was written', async () => {
  await opened.client.library.writePersonalLine(own);
  opened = await opened.reopen();
  expect(await opened.client.library.personalLines()).toMatchObject([{ title: own.title, stage: 'resolve' }]);
  expect(await found('楼密', true)).toContain(own.title);
  const db = openForReading(`${opened.dataDir}/counterpart.db`);
  const sealed = db.prepare('SELECT text_sealed FROM personal_line').pluck().get() as Uint8Array;
  db.close();
  expect(Buffer.from(sealed).includes(Buffer.from('楼密'))).toBe(false);
});

test('with a text, the library place finds own lines in their own view only', async () => {
  await opened.client.library.writePersonalLine(own);
  const titles = async (input: { text: string; only?: 'personal' }) =>
    (await opened.client.library.browse(input)).items.map(({ title }) => title);
  expect(await titles({ text: '信号' })).toEqual(['无信号的解释']);
  expect(await titles({ text: '信号', only: 'personal' })).toEqual([own.title]);
});
