import { pinyin } from 'pinyin-pro';
import type { Entry } from '#contract/library/release.ts';
import type { SearchFailure } from '#contract/search-failures.ts';
import type { LooseEntry } from '#contract/workshop/terms.ts';
import type { DraftRanks, Rank } from '#contract/workshop/views.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { searchableBody, searchDocuments } from '../library/search-documents.ts';
import type { SearchIndex } from '../library/search-index.ts';
import { type SearchEngine, searchFromSnapshot } from '../search/create-search.ts';
import type { SearchDocument } from '../search/search-document.ts';
import { draftTexts } from './draft-texts.ts';

const QUERIES_MAX = 24;
const LOOKED_AT = 50;
const SUGGESTIONS = 8;
/** From here on an agent sees the line without scrolling. */
const IN_SIGHT = 3;

/** A search of its own beside the desk's, in which a draft stands as if it were in force. Made at the first use for a release. */
export function createDraftSearch({ catalogue, searchIndex }: { catalogue: Catalogue; searchIndex: SearchIndex }) {
  let made: { of: object; engine: SearchEngine; documents: Map<string, SearchDocument> } | null = null;

  async function own() {
    const { release } = catalogue;
    if (made?.of === release) return made;
    const desk = await searchIndex.engine();
    const documents = searchDocuments(catalogue);
    const options = { documents, synonyms: catalogue.synonyms, stopPhrases: catalogue.stopPhrases };
    const engine = searchFromSnapshot(desk.snapshot(), options);
    if (engine === undefined) throw new Error('the snapshot of the running search could not be read');
    made = { of: release, engine, documents: new Map(documents.map((document) => [document.id, document])) };
    return made;
  }

  return async function ranks(
    packId: string,
    entry: LooseEntry,
    typed: string,
    failures: readonly SearchFailure[],
  ): Promise<DraftRanks> {
    const document = documentOf(entry, packId, catalogue);
    if (document === null) return { ranks: [], suggestions: [] };
    const { engine, documents } = await own();
    // Nothing waits between putting it in and taking it out: no other search sees it.
    engine.upsert(document);
    try {
      const related = failures.filter((failure) => concerns(failure, document));
      const rankOf = (asked: Pick<Rank, 'text' | 'from' | 'times'>): Rank => {
        const { hits } = engine.search({ text: asked.text, limit: LOOKED_AT });
        const at = hits.findIndex(({ entryId, near }) => entryId === document.id && !near);
        return { ...asked, rank: at < 0 ? null : at + 1, how: hits[at]?.reason.how ?? null };
      };
      const ranked = queriesFor(document, typed, related).map(rankOf);
      const missed = new Set(
        ranked.flatMap(({ text, from, rank }) => (from === 'failed' && (rank ?? LOOKED_AT) > IN_SIGHT ? [text] : [])),
      );
      const suggestions = related
        .filter(({ text }) => missed.has(text))
        .slice(0, SUGGESTIONS)
        .map(({ text, times, solvedBy }) => ({
          text,
          times,
          solvedHere: solvedBy.some(({ entryId }) => entryId === document.id),
        }));
      return { ranks: ranked, suggestions };
    } finally {
      const before = documents.get(document.id);
      if (before) engine.upsert(before);
      else engine.remove(document.id);
    }
  };
}

function queriesFor(document: SearchDocument, typed: string, related: readonly SearchFailure[]) {
  const { title, keywords, colloquial } = document;
  const initials = pinyin(title.replace(/[^\p{Script=Han}]/gu, '').slice(0, 4), { pattern: 'first', toneType: 'none' });
  const all: Pick<Rank, 'text' | 'from' | 'times'>[] = [
    { text: typed, from: 'typed', times: 0 },
    { text: title, from: 'title', times: 0 },
    { text: initials.replaceAll(' ', ''), from: 'initials', times: 0 },
    ...keywords.map((text) => ({ text, from: 'keyword' as const, times: 0 })),
    ...colloquial.map((text) => ({ text, from: 'colloquial' as const, times: 0 })),
    ...related.map(({ text, times }) => ({ text, from: 'failed' as const, times })),
  ];
  const seen = new Set<string>();
  return all.filter(({ text }) => text.trim().length > 1 && !seen.has(text) && seen.add(text)).slice(0, QUERIES_MAX);
}

/** The failure ended with this very line, or shares two characters in a row with what names it. */
function concerns({ text, solvedBy }: SearchFailure, { id, title, keywords, colloquial }: SearchDocument): boolean {
  if (solvedBy.some(({ entryId }) => entryId === id)) return true;
  const names = [title, ...keywords, ...colloquial].join('\n');
  const symbols = [...text.replace(/[\p{P}\s]/gu, '')];
  return symbols.slice(1).some((symbol, index) => names.includes(`${symbols[index]}${symbol}`));
}

/** What the search would be told of the draft; null for kinds it does not look through, and before there is any wording. */
function documentOf(entry: LooseEntry, packId: string, catalogue: Catalogue): SearchDocument | null {
  if ((entry.kind !== 'line' && entry.kind !== 'courtesy') || draftTexts(entry).length === 0) return null;
  // Every key that is read below stands there in an open draft; what is missing is taken for empty.
  const line = {
    keywords: [],
    colloquial: [],
    variables: [],
    channels: [],
    title: '',
    scene: '',
    ...entry,
  } as unknown as Extract<Entry, { kind: 'line' }>;
  return {
    id: line.id,
    title: line.title,
    body: searchableBody(line, catalogue.fragments),
    keywords: line.keywords,
    colloquial: line.colloquial,
    kind: line.kind,
    ...(line.stage ? { stage: line.stage } : {}),
    scene: line.scene,
    channels: line.channels,
    packTitle: catalogue.packTitle(packId),
  };
}
