import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import type { BenchEntry } from './bench-entry.ts';
import type { BenchCorpus } from './corpus.ts';
import { type Chance, chance } from './random.ts';

export interface BenchQuery {
  query: string;
  targets: string[];
  class: string;
}

export const QUERY_CLASSES: Record<string, string> = {
  a: 'two hanzi',
  b: '3–6 hanzi',
  c: 'two words apart or glued',
  d: 'full pinyin',
  e: 'initials',
  f: 'mixed',
  g: 'one wrong, missing or homophone hanzi',
  h: 'traditional',
  i1: 'colloquial, in the synonym table',
  i2: 'colloquial, not in the table',
  j: 'every keystroke of a word',
  k: "customers' sentences",
  l: 'nothing relevant exists',
};

const toTraditional = Converter({ from: 'cn', to: 'twp' });

/** The queries of every class over a corpus, each with the entries that answer it. */
export function makeQueries(corpus: BenchCorpus, seed: number, perClass: number): BenchQuery[] {
  const random = chance(seed ^ 0x5eed);
  const made = corpus.entries.filter((entry) => corpus.titleWords.has(entry.id));
  const heads = new HeadIndex(corpus.entries);
  const queries: BenchQuery[] = [];
  const add = (kind: string, query: string, phrases: readonly string[]) => {
    const targets = heads.holding(phrases);
    if (query !== '' && targets.length > 0) queries.push({ query, targets, class: kind });
  };
  for (let i = 0; i < perClass; i++) {
    const entry = random.pick(made);
    const words = corpus.titleWords.get(entry.id) as string[];
    const two = random.pick(words).slice(0, 2);
    add('a', two, [two]);
    const b = stretch(entry, 3 + random.below(4), random);
    add('b', b.text, [b.text]);
    addTwoWords(words, random, add);
    const d = fromWord(words, 2 + random.below(3), random);
    add('d', d.spelt.join(''), [d.text]);
    const e = fromWord(words, 4 + random.below(3), random);
    add('e', e.spelt.map((s) => s.slice(0, 1)).join(''), [e.text]);
    const f = fromWord(words, 3 + random.below(3), random);
    add('f', mixed(f, random), [f.text]);
    const g = fromWord(words, 4 + random.below(3), random);
    const wrong = misspelt(g, random);
    add('g', wrong.typed, [wrong.meant]);
    const h = stretch(entry, 3 + random.below(4), random);
    add('h', toTraditional(h.text), [h.text]);
  }
  addColloquial(corpus, perClass, random, add);
  addKeystrokes(corpus, made, perClass, random, heads, queries);
  for (const { text, target } of corpus.sentences) queries.push({ query: text, targets: [target], class: 'k' });
  for (const text of irrelevant(corpus, perClass, random)) queries.push({ query: text, targets: [], class: 'l' });
  return queries;
}

interface Stretch {
  text: string;
  /** The pinyin of each hanzi as read in its title. */
  spelt: string[];
}

/** A run of hanzi out of a title. */
function stretch(entry: BenchEntry, length: number, random: Chance): Stretch {
  const runs = (entry.title.match(/\p{Script=Han}+/gu) ?? []).filter((run) => run.length >= length);
  if (runs.length === 0) return { text: '', spelt: [] };
  const run = random.pick(runs);
  const from = random.below(run.length - length + 1);
  const spelt = pinyin(run, { type: 'array', toneType: 'none', v: true });
  return { text: run.slice(from, from + length), spelt: spelt.slice(from, from + length) };
}

/** As people type: from the beginning of a word on, into the next one if need be. */
function fromWord(words: readonly string[], length: number, random: Chance): Stretch {
  const starts = words.map((_, i) => words.slice(i).join('')).filter((rest) => rest.length >= length);
  const text = random.pick(starts);
  const spelt = pinyin(words.join(''), { type: 'array', toneType: 'none', v: true });
  return { text: text.slice(0, length), spelt: spelt.slice(words.join('').length - text.length).slice(0, length) };
}

function addTwoWords(
  words: readonly string[],
  random: Chance,
  add: (kind: string, query: string, phrases: string[]) => void,
) {
  const first = words[0] as string;
  const second = (words.at(-1) as string).slice(0, 2);
  const pair = random.next() < 0.5 ? [first, second] : [second, first];
  add('c', pair.join(random.next() < 0.5 ? ' ' : ''), [first, second]);
}

/** Hanzi, syllables and at most one initial in three, of at least two kinds. */
function mixed(from: Stretch, random: Chance): string {
  const ways = [...from.text].map(() => random.below(3));
  const initials = ways.filter((way) => way === 2).length;
  if (new Set(ways).size === 1 || initials > ways.length / 3) return mixed(from, random);
  const typed = [...from.text].map((hanzi, i) => {
    const way = ways[i];
    const spelt = from.spelt[i] ?? '';
    return way === 0 ? hanzi : way === 1 ? spelt : spelt.slice(0, 1);
  });
  return typed.join('');
}

const COMMON = [...'的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会'];
/** Any one hanzi, in a phrase to be held. */
const ANY = '.';

/**
 * A phrase with one hanzi left out, replaced by any common one, or by one that sounds the same; and what an entry must
 * hold to be meant: which hanzi was replaced or left out, the text does not say.
 */
function misspelt(from: Stretch, random: Chance): { typed: string; meant: string } {
  const hanzi = [...from.text];
  const meant = [...from.text];
  const way = random.below(3);
  const at = way === 0 ? 1 + random.below(hanzi.length - 2) : random.below(hanzi.length);
  const same = way === 2 ? homophone(hanzi[at] as string, from.spelt[at] ?? '', random) : undefined;
  if (same === undefined) meant[at] = ANY;
  if (way === 0) hanzi.splice(at, 1);
  else hanzi[at] = same ?? random.pick(COMMON);
  return { typed: hanzi.join(''), meant: meant.join('') };
}

const bySound = new Map<string, string[]>();

function homophone(hanzi: string, spelt: string, random: Chance): string | undefined {
  if (bySound.size === 0) {
    for (let code = 0x4e00; code < 0x9fa5; code++) {
      const other = String.fromCharCode(code);
      const sound = pinyin(other, { toneType: 'none', v: true });
      bySound.set(sound, [...(bySound.get(sound) ?? []), other]);
    }
  }
  const others = (bySound.get(spelt) ?? []).filter((other) => other !== hanzi);
  return others.length === 0 ? undefined : random.pick(others);
}

function addColloquial(
  corpus: BenchCorpus,
  perClass: number,
  random: Chance,
  add: (kind: string, query: string, phrases: string[]) => void,
) {
  for (let i = 0; i < perClass; i++) {
    const matter = random.pick(corpus.matters);
    add(matter.shipped ? 'i1' : 'i2', random.pick(matter.colloquial), [matter.name]);
  }
}

function addKeystrokes(
  corpus: BenchCorpus,
  made: readonly BenchEntry[],
  perClass: number,
  random: Chance,
  heads: HeadIndex,
  queries: BenchQuery[],
) {
  for (let i = 0; i < perClass / 3; i++) {
    const word = random.pick(corpus.titleWords.get(random.pick(made).id) as string[]);
    const targets = heads.holding([word]);
    const typed =
      random.next() < 0.5 ? word : pinyin(word, { toneType: 'none', v: true, separator: '' }).replaceAll(' ', '');
    for (let end = 1; end <= typed.length; end++) queries.push({ query: typed.slice(0, end), targets, class: 'j' });
  }
}

const ELSEWHERE =
  `今晚的月亮看起来特别圆|猫粮哪个牌子吃了掉毛少|红烧肉要炖几个小时才软烂|世界杯决赛比分猜一猜|高考作文题目怎么押中
勾股定理逆命题|恐龙灭绝陨石|黑洞视界半径|番茄炒蛋先放糖|钢琴十级曲目`.split(/[|\n]/);

function irrelevant(corpus: BenchCorpus, perClass: number, random: Chance): string[] {
  const found = [...ELSEWHERE];
  for (const word of corpus.unusedWords) {
    if (found.length >= perClass) break;
    if (word.length === 3)
      found.push(random.next() < 0.5 ? word : pinyin(word, { toneType: 'none', v: true }).replaceAll(' ', ''));
  }
  return found;
}

/** Which entries hold phrases in title or keywords, word for word. */
class HeadIndex {
  private readonly heads: { id: string; text: string }[];

  constructor(entries: readonly BenchEntry[]) {
    this.heads = entries.map(({ id, title, keywords }) => ({
      id,
      text: [title.replace(' · ', ''), ...keywords].join('\n'),
    }));
  }

  /** Ids of the entries that hold all phrases; ANY in a phrase stands for one hanzi. */
  holding(phrases: readonly string[]): string[] {
    const holds = phrases.map((phrase) => {
      if (!phrase.includes(ANY)) return (text: string) => text.includes(phrase);
      const pattern = new RegExp(phrase.replace(ANY, '\\p{Script=Han}'), 'u');
      return (text: string) => pattern.test(text);
    });
    return this.heads.filter(({ text }) => holds.every((holdsOne) => holdsOne(text))).map(({ id }) => id);
  }
}
