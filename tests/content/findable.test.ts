import { pinyin } from 'pinyin-pro';
import { expect, test } from 'vitest';
import { createCatalogue } from '#core/library/catalogue.ts';
import { searchDocuments } from '#core/library/search-documents.ts';
import { createSearch } from '#core/search/create-search.ts';
import { shippedRelease } from '#tests/harness/shipped-release.ts';

const catalogue = createCatalogue(shippedRelease());
const engine = createSearch({
  documents: searchDocuments(catalogue),
  synonyms: catalogue.synonyms,
  stopPhrases: catalogue.stopPhrases,
});
const chinese = catalogue.wordings.filter(({ packId }) => catalogue.localeOf(packId) === 'zh-CN');

function among5(text: string, entryId: string): boolean {
  return engine.search({ text, limit: 5 }).hits.some((hit) => hit.entryId === entryId);
}

function initialsOf(title: string): string {
  return pinyin(title, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .replaceAll(/[^a-z0-9]/gi, '');
}

test('every line is among the first five for its own title', () => {
  expect(chinese.filter(({ entry }) => !among5(entry.title, entry.id)).map(({ entry }) => entry.id)).toEqual([]);
});

test('every line is among the first five for at least one of its keywords', () => {
  const lost = chinese.filter(({ entry }) => !entry.keywords.some((keyword) => among5(keyword, entry.id)));
  expect(lost.map(({ entry }) => `${entry.id}: ${entry.keywords.join(' ')}`)).toEqual([]);
});

test('every line is among the first five for the pinyin initials of its title', () => {
  const lost = chinese.filter(({ entry }) => !among5(initialsOf(entry.title), entry.id));
  expect(lost.map(({ entry }) => `${entry.id}: ${initialsOf(entry.title)}`)).toEqual([]);
});
