import { pinyin } from 'pinyin-pro';

const MOST_LETTERS = 40;

/** Gives new entries ids made of the sound of their titles: readable in the files, the same at every run. */
export class EntrySlugs {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  idFor(packId: string, title: string): string {
    const syllables = pinyin(title, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' });
    const words = syllables
      .join('-')
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z0-9]+/gu, '-');
    const slug = words.slice(0, MOST_LETTERS).replace(/^-+|-+$/gu, '') || 'entry';
    let id = `${packId}/${slug}`;
    for (let next = 2; this.#taken.has(id); next += 1) id = `${packId}/${slug}-${next}`;
    this.#taken.add(id);
    return id;
  }
}
