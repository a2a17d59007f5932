/** Pairs of characters that everybody uses and that take nothing up. */
const EVERYDAY = new Set(
  '我们 你们 您们 他们 怎么 什么 没有 不是 就是 这个 那个 一个 是不 可以 不能 现在 今天 还是 但是 因为 所以 知道 不知 告诉 你说 您说 说了 一下 这么 那么 凭什 是我 我要 我的 你的 您的 给我 我就 我也 不了 来的 都是 了我 要我 我还 还要 我说 你给 是你 是您 你把'.split(
    ' ',
  ),
);

/** How many telling pairs of neighbouring characters of the customer's sentence stand in the answer. */
export function pairsTakenUp(says: string, answer: string): string[] {
  const said = pairsOf(says.replace(/你/gu, '您'));
  const answered = pairsOf(answer.replace(/你/gu, '您'));
  return [...said].filter((pair) => answered.has(pair) && !EVERYDAY.has(pair));
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const run of text.match(/[\p{Script=Han}\d]+/gu) ?? []) {
    for (let at = 0; at + 1 < run.length; at += 1) pairs.add(run.slice(at, at + 2));
  }
  return pairs;
}
