import type { OfferedSpecialCall } from '#contract/special-calls/view.ts';

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');

/** The calls that fit what was typed: words first, then initials, then pinyin; everything while nothing is typed. */
export function matchingCalls(calls: readonly OfferedSpecialCall[], typed: string): OfferedSpecialCall[] {
  const wanted = plain(typed);
  if (wanted === '') return [...calls];
  const ranked = calls.flatMap((call) => {
    const rank = rankOf(call, wanted);
    return rank === null ? [] : [{ call, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ call }) => call);
}

function rankOf(call: OfferedSpecialCall, wanted: string): number | null {
  if (plain(call.title).includes(wanted)) return 0;
  if (call.words.some((word) => plain(word).includes(wanted))) return 1;
  if (call.initials.includes(wanted)) return 2;
  return call.pinyin.includes(wanted) ? 3 : null;
}
