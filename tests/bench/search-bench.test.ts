import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BenchCorpus, makeCorpus } from '#bench/search/corpus.ts';
import { ENGINES } from '#bench/search/engines/all-engines.ts';
import { figuresOf } from '#bench/search/figures.ts';
import { measureEngine } from '#bench/search/measure-engine.ts';
import { makeQueries } from '#bench/search/queries.ts';
import { pairsInCommon, TEST_SENTENCES, TUNING_SENTENCES } from '#bench/search/sentence-files.ts';

const corpus = makeCorpus(400, 5, TEST_SENTENCES);
const hanziOf = (c: BenchCorpus) =>
  new Set(c.entries.flatMap((e) => `${e.title}${e.body}`.match(/\p{Script=Han}/gu) ?? []));

describe('the search benchmark', () => {
  it("has 200 customers' sentences that share at most 40 % of their pairs of hanzi with what answers them", () => {
    const byId = new Map(corpus.entries.map((entry) => [entry.id, entry]));
    expect(corpus.sentences.length).toBeGreaterThanOrEqual(200);
    for (const { text, target } of corpus.sentences) {
      const entry = byId.get(target);
      expect(entry && pairsInCommon(text, entry), text).toBeLessThanOrEqual(0.4);
    }
  });

  it('makes the same corpus of the same seed and another of another', () => {
    expect(makeCorpus(400, 5, TEST_SENTENCES).entries).toEqual(corpus.entries);
    const other = makeCorpus(400, 6, TEST_SENTENCES);
    const names = (c: BenchCorpus) => new Set([...c.titleWords.values()].map((words) => words[0]));
    expect([...names(other)].filter((name) => names(corpus).has(name))).toEqual([]);
  });

  it('tunes on sentences and entries that it is not tested on', () => {
    const tuning = makeCorpus(100, 5, TUNING_SENTENCES);
    const tested = new Set([...corpus.sentences.map((s) => s.text), ...corpus.sentences.map((s) => s.target)]);
    expect(tuning.sentences.filter((s) => tested.has(s.text) || tested.has(s.target))).toEqual([]);
  });

  it('uses thousands of different hanzi', () => {
    expect(hanziOf(makeCorpus(1_000, 5, TEST_SENTENCES)).size).toBeGreaterThan(2_000);
  });

  it('asks queries of every class, each with what answers it, and some that nothing answers', () => {
    const queries = makeQueries(corpus, 5, 20);
    expect(new Set(queries.map((q) => q.class))).toEqual(new Set([...'abcdefghjkl', 'i1', 'i2']));
    expect(queries.filter((q) => q.class !== 'l' && q.targets.length === 0)).toEqual([]);
    expect(queries.filter((q) => q.class === 'l' && q.targets.length > 0)).toEqual([]);
  });

  it('measures an engine in a process of its own', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'counterpart-search-bench-'));
    try {
      const entriesFile = join(folder, 'entries.jsonl');
      const queriesFile = join(folder, 'queries.jsonl');
      writeFileSync(entriesFile, corpus.entries.map((entry) => JSON.stringify(entry)).join('\n'));
      const query = { query: '无信号区域', targets: ['telecom-82'], class: 'b' };
      const target = corpus.entries.find((entry) => entry.title.startsWith('无信号区域'));
      writeFileSync(queriesFile, JSON.stringify({ ...query, targets: [target?.id] }));
      for (const engine of ['ours', 'includes']) {
        const report = await measureEngine({ engine, entriesFile, queriesFile, synonyms: [], budgetMs: 5_000 });
        expect(figuresOf(report).find((f) => f.class === 'all')).toMatchObject({ engine, n: 1, s1: 1, s5: 1, mrr: 1 });
        expect(report.buildMs).toBeGreaterThan(0);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each(Object.keys(ENGINES))('asks %s in a way that finds a plain phrase', async (name) => {
    const engine = (await ENGINES[name]?.())?.({ entries: corpus.entries.slice(0, 120), synonyms: [] });
    const title = corpus.entries[3]?.title ?? '';
    expect(engine?.find(title, 5).map((found) => found.id)).toContain(corpus.entries[3]?.id);
  });
});
