import { describe, expect, it } from 'vitest';
import type { Entry } from '#contract/library/release.ts';
import { nearDuplicates } from '#core/library/validate/near-duplicates.ts';
import { libraryOf, makeLine, reasons, shipped } from './make-library.ts';

const LINES = 1_500;
/** What a whole check may take for this rule on a library of that size. */
const LIMIT_MS = 3_000;

/** Lines of hanzi from a small stock, so that they share many trigrams without being alike. */
function generated(count: number): Entry[] {
  const stock = [...'您我这里那边帮看查办单子时间电话给回说清楚一下先再就好坐请客服务员师傅明早今晚点号码套餐账单信号'];
  let state = 7;
  const pick = () => {
    state = (state * 48271) % 2147483647;
    return stock[state % stock.length] ?? '';
  };
  const sentence = (length: number) => `${Array.from({ length }, pick).join('')}。`;
  return Array.from({ length: count }, (_, index) =>
    makeLine({ id: `test/line-${index}`, variants: { standard: sentence(40), short: sentence(14) } }),
  );
}

describe('near-duplicates in a large library', () => {
  it(`are looked for among ${LINES} lines within ${LIMIT_MS} ms, and the planted one is found`, () => {
    const lines = generated(LINES);
    const [first] = lines;
    if (first?.kind !== 'line') throw new Error('lines are generated');
    const copy = makeLine({
      id: 'test/copy',
      variants: { ...first.variants, standard: `嗯${first.variants.standard}` },
    });
    const library = libraryOf(...lines, copy);
    const startMs = performance.now();
    const found = nearDuplicates(library);
    expect(performance.now() - startMs).toBeLessThan(LIMIT_MS);
    expect(reasons(found)).toEqual(['nearly the same wording as test/line-0 (100 % alike)']);
  });

  it('are the same as when every pair is compared', () => {
    const some = shipped.entries.flatMap(({ entry }) => (entry.kind === 'courtesy' ? [entry] : [])).slice(0, 30);
    const doubled = some.map((entry) => ({ ...entry, id: `${entry.id}-again` }));
    const found = nearDuplicates(libraryOf(...some, ...doubled));
    expect(found.map(({ entryId }) => entryId)).toEqual(doubled.map(({ id }) => id));
  });
});
