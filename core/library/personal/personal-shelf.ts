import type { Release } from '#contract/library/release.ts';
import { isPersonalEntry } from '#contract/personal-entry.ts';
import type { ReadHandle } from '#core/db/open.ts';
import type { Journal } from '#core/journal/journal.ts';
import type { SearchEngine } from '#core/search/create-search.ts';
import type { Catalogue } from '../catalogue.ts';
import { searchableBody } from '../search-documents.ts';
import { type KeptPersonalLine, personalLinesOf } from './personal-line-repo.ts';
import { asWording, PERSONAL_PACK, type Sayable, variablesByLabel } from './personal-wording.ts';

/** The own lines of whoever sits at the desk. */
export interface PersonalShelf {
  /** Newest first; nobody signed in has none. */
  lines(personId: string | null): readonly KeptPersonalLine[];
  find(personId: string | null, entryId: string): Sayable | null;
  /** Makes the index hold this person's own lines and nobody else's; only what differs is added, changed or removed. */
  bringInto(engine: SearchEngine, personId: string): void;
}

export function createPersonalShelf(db: ReadHandle, journal: Journal, catalogue: Catalogue): PersonalShelf {
  let read: { personId: string; lines: KeptPersonalLine[] } | null = null;
  journal.onCommitted((events) => {
    if (events.some(({ kind }) => kind.startsWith('personalLine.'))) read = null;
  });
  let labels: { of: Release; byLabel: ReturnType<typeof variablesByLabel> } | null = null;
  const known = () => {
    const of = catalogue.release;
    if (labels?.of !== of) labels = { of, byLabel: variablesByLabel(catalogue) };
    return labels.byLabel;
  };
  const lines = (personId: string | null): readonly KeptPersonalLine[] => {
    if (personId === null) return [];
    if (read?.personId !== personId) read = { personId, lines: personalLinesOf(db, journal.fields, personId) };
    return read.lines;
  };
  /** What the index holds: the hash of the wording by its id. */
  const indexed = new Map<string, string>();
  let indexedOf: SearchEngine | null = null;

  return {
    lines,
    find(personId, entryId) {
      if (!isPersonalEntry(entryId)) return null;
      const line = lines(personId).find((each) => each.entryId === entryId);
      return line ? { packId: PERSONAL_PACK, entryHash: line.entryHash, entry: asWording(line, known()) } : null;
    },
    bringInto(engine, personId) {
      if (indexedOf !== engine) indexed.clear();
      indexedOf = engine;
      const wanted = new Map(lines(personId).map((line) => [line.entryId, line]));
      for (const entryId of indexed.keys()) {
        if (wanted.has(entryId)) continue;
        engine.remove(entryId);
        indexed.delete(entryId);
      }
      for (const [entryId, line] of wanted) {
        if (indexed.get(entryId) === line.entryHash) continue;
        const wording = asWording(line, known());
        engine.upsert({
          id: entryId,
          title: line.title,
          body: searchableBody(wording),
          keywords: line.keywords,
          colloquial: [],
          kind: 'line',
          ...(line.stage === null ? {} : { stage: line.stage }),
          ...(line.scene === null ? {} : { scene: line.scene }),
          channels: [],
          packTitle: '',
          personal: true,
        });
        indexed.set(entryId, line.entryHash);
      }
    },
  };
}
