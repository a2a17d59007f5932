import { existsSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createCatalogue } from '#core/library/catalogue.ts';
import { plainText, renderLine } from '#core/library/render-line.ts';
import { searchableBody } from '#core/library/search-documents.ts';
import { type OpenCore, openCore } from '#tests/harness/open-core.ts';
import { shippedRelease } from '#tests/harness/shipped-release.ts';

let opened: OpenCore | null = null;
afterEach(() => {
  opened?.remove();
  opened = null;
});

const answer = async (core: OpenCore, text: string) => {
  const { tookMs: _took, ...result } = await core.client.library.search({ text });
  return result;
};

test('the index is kept between starts, and a start from it finds the same; a damaged one is made again', async () => {
  opened = await openCore();
  const built = await answer(opened, '无信号');
  expect(built.hits.length).toBeGreaterThan(2);
  const file = join(opened.dataDir, 'search-index.bin');
  await expect.poll(() => existsSync(file)).toBe(true);
  opened = await opened.reopen();
  expect(await answer(opened, '无信号')).toEqual(built);
  truncateSync(file, 100);
  opened = await opened.reopen();
  expect(await answer(opened, '无信号')).toEqual(built);
  writeFileSync(file, 'not an index');
  opened = await opened.reopen();
  expect((await answer(opened, 'wuxinhao')).hits[0]).toMatchObject({ reason: { how: 'pinyin' } });
});

test('what is searched in a line without conditions is what the line says', () => {
  const catalogue = createCatalogue(shippedRelease());
  for (const { entry } of catalogue.wordings) {
    const conditional = Object.values(entry.variants).some((text) => text?.includes('{%'));
    if (conditional) continue;
    const rendered = renderLine(entry, {}, catalogue.fragments).map(plainText).join('\n');
    expect(searchableBody(entry, catalogue.fragments)).toBe(rendered);
  }
});
