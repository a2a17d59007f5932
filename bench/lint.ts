import { performance } from 'node:perf_hooks';
import type { Forbidden } from '#contract/library/forbidden.ts';
import { defaultRules, type SiteRules } from '#contract/site-rules.ts';
import { createLiveCheck } from '#core/lint/live-check.ts';
import { siteCalendar } from '#core/site-rules/calendar-of-site.ts';
import type { BenchRow } from './bench-row.ts';

const RULES = 2_000;
const NOTE_LENGTH = 500;
const RUNS = 1_000;
const BAR_MS = 1;

/**
 * The live check of a 500-character note against 2,000 rules, one in five of them a pattern, and the rules that reckon: p50 and
 * p95 in ms.
 */
export async function benchLint(): Promise<BenchRow[]> {
  const random = seeded(20_261_122);
  const hanzi = () => String.fromCharCode(0x4e00 + Math.floor(random() * 3_000));
  const words = (length: number) => Array.from({ length }, hanzi).join('');
  const rules = Array.from({ length: RULES }, (_, index): Forbidden => {
    const matchers =
      index % 5 === 0
        ? [{ pattern: `(?:您|你)${words(2)}.{0,6}${words(1)}` }, { phrase: words(5) }]
        : [{ phrase: words(3 + (index % 5)) }, { phrase: words(6) }];
    return rule(index, matchers);
  });
  const builtAt = performance.now();
  const liveCheck = createLiveCheck(rules);
  const buildMs = performance.now() - builtAt;
  const phrase = rules.flatMap(({ matchers }) => matchers).find((matcher) => 'phrase' in matcher)?.phrase ?? '';
  const siteRules: SiteRules = { ...defaultRules, holidayYears: [] };
  const circumstances = {
    rules: siteRules,
    calendar: siteCalendar(siteRules),
    nowMs: Date.UTC(2026, 10, 24, 6),
    mayPromiseYuan: 100,
  };
  const promises = '赔您五百元，明天上午十点给您回电话，客户要求退三百元，手机13812345678。';
  const note = `${words(100)}，客户说“${words(60)}”。${promises}${phrase}，${words(NOTE_LENGTH - 170 - phrase.length - promises.length)}。`;
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const begun = performance.now();
    if (liveCheck.check(note, circumstances, 'record').length < 3) throw new Error('what was planted was not found');
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  const row = (bench: string, figure: number, bar: number | null): BenchRow => ({
    bench,
    figure,
    unit: 'ms',
    bar,
    ok: bar === null ? null : figure <= bar,
  });
  return [
    row('lint: 500 characters, 2,000 rules, p50', at(0.5), BAR_MS),
    row('lint: 500 characters, 2,000 rules, p95', at(0.95), BAR_MS),
    row('lint: compiling 2,000 rules', buildMs, null),
  ];
}

function rule(index: number, matchers: Forbidden['matchers']): Forbidden {
  return {
    kind: 'forbidden',
    id: `forbidden/bench-${index}`,
    title: `规则 ${index}`,
    keywords: [],
    colloquial: [],
    provenance: {
      owner: 'bench',
      review: 'approved',
      version: 1,
      effectiveFrom: '2026-01-01',
      reviewEveryDays: 180,
      changeNote: '',
    },
    class: 'interrogating',
    severity: 'warn',
    matchers,
    allow: [],
    reason: '测量用的规则。',
    rewording: '换一种说法',
    fails: [],
    passes: [],
    related: [],
  };
}

/** Mulberry32: the same rules and note in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
