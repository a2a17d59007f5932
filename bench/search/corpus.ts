import type { BenchEntry } from './bench-entry.ts';
import { type Chance, chance } from './random.ts';
import { readSentences, type SentenceCase } from './sentence-files.ts';
import { ASPECTS, MATTERS, SENTENCES } from './vocabulary.ts';

interface Matter {
  name: string;
  colloquial: string[];
  /** In the synonym table that the engine is given; the rest is held out. */
  shipped: boolean;
  /** Held out, but some entries mention the colloquial words in their wording. */
  mentioned: boolean;
}

export interface BenchCorpus {
  entries: BenchEntry[];
  /** For the made entries, the words their titles were put together from. */
  titleWords: Map<string, string[]>;
  matters: Matter[];
  sentences: SentenceCase[];
  /** Words made like those of the corpus that no entry uses. */
  unusedWords: string[];
}

const WORDS = 9_000;
const UNUSED_WORDS = 300;

/** The hanzi of everyday print (level 1 of GB 2312, 3,755 of them). */
function everydayHanzi(): string[] {
  const decoder = new TextDecoder('gb18030');
  const hanzi: string[] = [];
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++)
      hanzi.push(decoder.decode(Uint8Array.of(row, cell)));
  }
  return hanzi;
}

/** Names and words that no dictionary has, as branches, products and campaigns are called. */
function madeWords(random: Chance): string[] {
  const hanzi = shuffled(everydayHanzi(), random);
  const words = new Set<string>();
  while (words.size < WORDS + UNUSED_WORDS) {
    let word = '';
    const length = random.next() < 0.75 ? 2 : 3;
    for (let i = 0; i < length; i++) word += hanzi[random.below(hanzi.length)];
    words.add(word);
  }
  return [...words];
}

function shuffled<T>(list: readonly T[], random: Chance): T[] {
  const result = list.slice();
  for (let i = result.length - 1; i > 0; i--) {
    const k = random.below(i + 1);
    [result[i], result[k]] = [result[k] as T, result[i] as T];
  }
  return result;
}

function allMatters(): Matter[] {
  return Object.values(MATTERS)
    .flatMap((lines) => lines.trim().split('\n'))
    .map((line, place) => {
      const [name = '', others = ''] = line.split('|');
      return { name, colloquial: others.split(' '), shipped: place % 2 === 0, mentioned: place % 4 === 1 };
    });
}

/** `size` entries: the written ones of the sentence files, and made ones. Another seed makes other words. */
export function makeCorpus(size: number, seed: number, sentenceFiles: readonly string[]): BenchCorpus {
  const random = chance(seed);
  const words = madeWords(random);
  const used = words.slice(0, WORDS);
  const matters = allMatters();
  const written = readSentences(sentenceFiles);
  const corpus: BenchCorpus = {
    entries: written.entries,
    titleWords: new Map(),
    matters,
    sentences: written.cases,
    unusedWords: words.slice(WORDS),
  };
  while (corpus.entries.length < size) {
    const id = `made-${corpus.entries.length}`;
    const matter = random.pick(matters);
    const name = used[random.skewed(used.length)] as string;
    const extra = used[random.skewed(used.length)] as string;
    const aspect = random.pick(ASPECTS);
    const parts = random.next() < 0.6 ? [name, matter.name, aspect] : [name, matter.name, extra, aspect];
    const keywords = new Set([matter.name, name, extra]);
    for (let i = random.below(4); i > 0; i--) keywords.add(used[random.skewed(used.length)] as string);
    corpus.titleWords.set(id, parts);
    corpus.entries.push({
      id,
      title: titleOf(parts, random),
      body: bodyOf(matter, name, used, random),
      keywords: [...keywords],
    });
  }
  return corpus;
}

function titleOf(parts: readonly string[], random: Chance): string {
  return random.next() < 0.3 ? `${parts.slice(0, -1).join('')} · ${parts.at(-1)}` : parts.join('');
}

function bodyOf(matter: Matter, name: string, used: readonly string[], random: Chance): string {
  const length = 40 + random.below(110);
  let body = matter.mentioned && random.next() < 0.15 ? `有人会说“${random.pick(matter.colloquial)}”，` : '';
  while (body.length < length) {
    body += random
      .pick(SENTENCES)
      .replaceAll('{m}', matter.name)
      .replaceAll('{p}', name)
      .replaceAll(/\{w\}/g, () => used[random.skewed(used.length)] as string);
  }
  return body;
}
