import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createSearch,
  createSearchInSlices,
  type SearchEngine,
  searchFromSnapshot,
} from '#core/search/create-search.ts';
import type { SearchDocument } from '#core/search/search-document.ts';
import { count } from '#tests/counts.ts';
import { entry, sampleLibrary } from './sample-library.ts';

const texts = [
  '信号',
  'xinhao',
  'xh',
  'wxh',
  '无',
  '号信',
  '信好',
  '卡的话费',
  '行',
  'hang',
  '款到账的时候信号不好怎么办呢',
];
const phrase = fc.string({ unit: fc.constantFrom(...'无信号话费银行卡挂失退款到账时间a5'), maxLength: 8 });
const document = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  title: phrase,
  body: fc.array(phrase, { maxLength: 3 }).map((parts) => parts.join('，')),
  keywords: fc.array(phrase, { maxLength: 2 }),
});
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: document.map((d) => ({ put: entry(d.id, d.title, { body: d.body, keywords: d.keywords }) })),
  },
  { weight: 1, arbitrary: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f').map((id) => ({ drop: id })) },
  { weight: 1, arbitrary: fc.constant({ tidy: true }) },
);

function answers(engine: SearchEngine) {
  return texts.map((text) => engine.search({ text }));
}

describe('the index while the library changes', () => {
  it('answers after any adding, changing and removing as one built anew', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const engine = createSearch({ documents: [] });
        const held = new Map<string, SearchDocument>();
        for (const s of steps) {
          if ('put' in s) {
            engine.upsert(s.put);
            held.set(s.put.id, s.put);
          } else if ('drop' in s) {
            expect(engine.remove(s.drop)).toBe(held.delete(s.drop));
          } else for (const _slice of engine.tidy());
        }
        expect(engine.size).toBe(held.size);
        expect(answers(engine)).toEqual(answers(createSearch({ documents: [...held.values()] })));
        const reread = searchFromSnapshot(engine.snapshot(), { documents: [...held.values()] });
        expect(reread && answers(reread)).toEqual(answers(engine));
      }),
      { numRuns: count('searchIndexRuns') },
    );
  });

  it('keeps answering between the slices of a merge, also for what changes meanwhile', () => {
    const engine = createSearch({ documents: sampleLibrary });
    for (let i = 0; i < 40; i++) engine.upsert(entry(`extra-${i}`, `信号说明 ${i}`));
    const work = engine.tidy();
    work.next();
    engine.remove('extra-3');
    engine.upsert(entry('extra-4', '改过的标题'));
    for (const _slice of work) expect(engine.search({ text: '无信号' }).hits[0]?.entryId).toBe('no-signal');
    const ids = engine.search({ text: '信号说明', limit: 50 }).hits.map((h) => h.entryId);
    expect(ids).toHaveLength(38);
    expect(engine.search({ text: '改过的标题' }).hits[0]?.entryId).toBe('extra-4');
  });
});

describe('building', () => {
  it('hands control back between slices, and ends with the same index', () => {
    const documents = Array.from({ length: 300 }, (_, i) => entry(`e${i}`, `第${i}号信号说明`));
    const work = createSearchInSlices({ documents });
    let slices = 0;
    for (let step = work.next(); ; step = work.next()) {
      if (step.done === true) {
        expect(answers(step.value)).toEqual(answers(createSearch({ documents })));
        break;
      }
      slices++;
    }
    expect(slices).toBeGreaterThan(4);
  });

  it('shows as many as asked for, and tells how many there are', () => {
    const documents = Array.from({ length: 300 }, (_, i) => entry(`e${i}`, `信号说明第${i}号`));
    const result = createSearch({ documents }).search({ text: '信号', limit: 50 });
    expect(result.hits).toHaveLength(50);
    expect(result.total).toBe(300);
  });
});

describe('a snapshot', () => {
  const bytes = createSearch({ documents: sampleLibrary }).snapshot();

  it('takes up what changed since it was written', () => {
    const documents = [...sampleLibrary.slice(1), entry('new', '新加的口径')];
    const engine = searchFromSnapshot(bytes, { documents });
    expect(engine && answers(engine)).toEqual(answers(createSearch({ documents })));
    expect(engine?.size).toBe(documents.length);
  });

  it('is refused when one bit is wrong, when cut short, and when of another version', () => {
    for (let i = 0; i < bytes.length; i += 97) {
      const damaged = bytes.slice();
      damaged[i] = (damaged[i] as number) ^ 4;
      expect(searchFromSnapshot(damaged, { documents: sampleLibrary })).toBeUndefined();
    }
    expect(searchFromSnapshot(bytes.slice(0, bytes.length - 4), { documents: sampleLibrary })).toBeUndefined();
    expect(searchFromSnapshot(new Uint8Array(0), { documents: sampleLibrary })).toBeUndefined();
  });

  it('is read from any place in a larger buffer', () => {
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(searchFromSnapshot(shifted.subarray(1), { documents: sampleLibrary })?.size).toBe(sampleLibrary.length);
  });
});
