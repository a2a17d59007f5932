import { foldedSymbols } from './symbols.ts';

/** What is said around a matter without naming it. Longer phrases first where one begins another. */
const EVERYDAY = `
请问一下 我想问一下 想问一下 问一下 请问 你好 您好 麻烦 帮我 帮忙 我想 想要 我要 我们 你们 他们 咱们 自己 这个 那个 这样 那样 怎么样 怎么办 怎么回事
怎么 什么 为什么 咋回事 咋办 为啥 咋样 是不是 能不能 可不可以 可以吗 行不行 有没有 会不会 要不要 是否 多少 哪里 哪儿 哪个 一下 一直 一个 一些
现在 今天 昨天 刚才 刚刚 已经 还是 就是 但是 因为 所以 如果 的话 时候 之前 之后 以后 出来 起来 知道 觉得 可能 应该 需要 可以 能够 不能 不会
到底 究竟 反正 然后 而且 或者 以及 还有 的 了 吗 呢 吧 啊 呀 嘛 哦 哎 唉 诶 呗 哈 么 我 你 您 他 她 它 们 这 那 是 就 都 也 又 还 很 太 在 有 和 与 跟 把 被 给 让 着 过 个 啥 咋 呃 嗯
`;

export interface StopPhrases {
  /** The text with what says nothing replaced by breaks (0). */
  without(symbols: readonly number[]): number[];
  /** Symbols that say nothing by themselves, though they may be part of a word. */
  symbols: ReadonlySet<number>;
}

/** The everyday phrases and `more` of them. */
export function stopPhrases(more: readonly string[]): StopPhrases {
  const phrases = new Set<string>();
  const single = new Set<number>();
  let longest = 1;
  for (const phrase of [...EVERYDAY.split(/\s+/), ...more]) {
    const symbols = foldedSymbols(phrase);
    longest = Math.max(longest, symbols.length);
    if (symbols.length === 1) single.add(symbols[0] as number);
    else if (symbols.length > 1) phrases.add(String.fromCharCode(...symbols));
  }
  return {
    symbols: single,
    without(symbols) {
      const rest: number[] = [];
      let i = 0;
      while (i < symbols.length) {
        let length = Math.min(longest, symbols.length - i);
        while (length > 1 && !phrases.has(String.fromCharCode(...symbols.slice(i, i + length)))) length--;
        if (length > 1) rest.push(0);
        else rest.push(symbols[i] as number);
        i += length;
      }
      return rest;
    },
  };
}
