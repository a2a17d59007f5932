import fc from 'fast-check';
import { polyphonic } from 'pinyin-pro';
import { expect, it } from 'vitest';
import { foldedSymbols } from '#core/search/symbols.ts';
import { matchAt, wordPattern } from '#core/search/word-pattern.ts';
import { count } from '#tests/counts.ts';

const hanzi = '无信号行长重庆西安银好账战谁女绿率了得啊恩';

/** All spellings a stretch of text can be typed by, the obvious way: every symbol in every spelling, one after the other. */
function spellings(symbol: string): string[] {
  const readings = (polyphonic(symbol, { type: 'array', toneType: 'none', v: true })[0] ?? []).filter((r) =>
    /[aeiouv]/.test(r),
  );
  const found = new Set([symbol]);
  for (const reading of readings) {
    found.add(reading).add(reading.slice(0, 1));
    if (/^[zcs]h/.test(reading)) found.add(reading.slice(0, 2));
    if (/^[ln]ve$/.test(reading)) found.add(reading.replace('v', 'u'));
  }
  return [...found];
}

function standsAtStart(word: string, text: string): boolean {
  if (word === '') return true;
  const first = text.slice(0, 1);
  if (first === '') return false;
  const readings = /[a-z0-9]/.test(first) ? [first] : spellings(first);
  // The last symbol may be typed in part.
  if (/^[a-z]+$/.test(word) && readings.some((reading) => reading.startsWith(word))) return true;
  return readings.some(
    (reading) => word.startsWith(reading) && standsAtStart(word.slice(reading.length), text.slice(1)),
  );
}

const text = fc.string({ unit: fc.constantFrom(...hanzi, 'a', 'x', '5'), minLength: 1, maxLength: 6 });
/** Mostly what somebody might type for a text, sometimes anything. */
const typedFor = text.chain((t) =>
  fc.tuple(
    fc.constant(t),
    fc.oneof(
      fc
        .tuple(...[...t].map((c) => fc.constantFrom(...(/[a-z0-9]/.test(c) ? [c] : spellings(c)))), fc.nat(12))
        .map((parts) =>
          parts
            .slice(0, -1)
            .join('')
            .slice(0, 12 - (parts.at(-1) as number) || 1),
        ),
      fc.string({ unit: fc.constantFrom(...'xianhgzuowuelv行5'), minLength: 1, maxLength: 8 }),
    ),
  ),
);

it('matches exactly what a plain reading of every spelling matches', { timeout: 600_000 }, () => {
  let matched = 0;
  fc.assert(
    fc.property(typedFor, ([t, word]) => {
      const symbols = foldedSymbols(t);
      const match = matchAt(wordPattern(foldedSymbols(word)), symbols, 0, symbols.length);
      if (match !== undefined) matched++;
      expect(match !== undefined).toBe(standsAtStart(word, t));
    }),
    { numRuns: count('searchMatches') },
  );
  expect(matched).toBeGreaterThan(count('searchMatches') / 10);
});
