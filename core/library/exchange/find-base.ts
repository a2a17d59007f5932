import type { Entry } from '#contract/library/release.ts';
import type { LibrarySnapshot } from './snapshot.ts';

interface Held {
  packId: string;
  entry: Entry;
}

/** Finds the entry of the library that a row is about: by its id, or else by title within pack and kind. */
export class BaseIndex {
  readonly #byId = new Map<string, Held>();
  readonly #byTitle = new Map<string, Held[]>();
  readonly #library: LibrarySnapshot;

  constructor(library: LibrarySnapshot) {
    this.#library = library;
    for (const held of library.entries) {
      this.#byId.set(held.entry.id, held);
      const key = titleKey(held.packId, held.entry.kind, held.entry.title);
      this.#byTitle.set(key, [...(this.#byTitle.get(key) ?? []), held]);
    }
  }

  byId(id: string): Held | null {
    return this.#byId.get(id) ?? null;
  }

  byTitle(packId: string, kind: string, title: string): readonly Held[] {
    return this.#byTitle.get(titleKey(packId, kind, title)) ?? [];
  }

  /** The pack with this id or title. */
  packNamed(name: string): string | null {
    return this.#library.packs.find(({ id, title }) => id === name || title === name)?.id ?? null;
  }

  /** The only pack, where there is no choice. */
  onlyPack(): string | null {
    return this.#library.packs.length === 1 ? (this.#library.packs[0]?.id ?? null) : null;
  }
}

function titleKey(packId: string, kind: string, title: string): string {
  return `${packId}\n${kind}\n${title.normalize('NFKC').replace(/\s+/gu, '')}`;
}
