import type { Article } from '#contract/library/article.ts';
import { entriesOf, type Fault, type LibraryView } from './fault.ts';
import { SPOKEN } from './wording.ts';

/** Articles say what became of them, and no wording in use rests on one that was superseded. */
export function articles(library: LibraryView): Fault[] {
  const all = new Map(entriesOf(library, 'article').map((article) => [article.id, article]));
  return [
    ...[...all.values()].flatMap((article) => articleFaults(article, all)),
    ...entriesOf(library, ...SPOKEN).flatMap((line) =>
      line.provenance.review === 'withdrawn'
        ? []
        : line.basis.flatMap((id, index) => {
            const article = all.get(id);
            if (article?.status !== 'superseded') return [];
            const { supersededBy } = article;
            const instead = supersededBy === undefined ? 'nothing replaces it' : `look at ${supersededBy}`;
            const reason = `rests on ${id}, which was superseded on ${article.supersededOn ?? 'an unknown day'}; ${instead}`;
            return [{ rule: 'articles', entryId: line.id, path: ['basis', index], reason }];
          }),
    ),
  ];
}

function articleFaults(article: Article, all: ReadonlyMap<string, Article>): Fault[] {
  const { status, supersededOn, supersededBy, note } = article;
  const reasons: [key: string, reason: string][] = [];
  if (status === 'inForce') {
    if (supersededOn !== undefined) reasons.push(['supersededOn', 'an article in force was not superseded']);
    if (supersededBy !== undefined) reasons.push(['supersededBy', 'an article in force was not superseded']);
  } else {
    if (supersededOn === undefined) reasons.push(['status', 'a superseded article says since when: supersededOn']);
    if (supersededBy === undefined && note === '') {
      reasons.push(['status', 'a superseded article names its successor, or a note says why there is none']);
    }
    if (goesRound(article, all)) reasons.push(['supersededBy', 'its successors lead back to itself']);
  }
  return reasons.map(([key, reason]) => ({ rule: 'articles', entryId: article.id, path: [key], reason }));
}

function goesRound(article: Article, all: ReadonlyMap<string, Article>): boolean {
  const seen = new Set([article.id]);
  let next = article.supersededBy;
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    next = all.get(next)?.supersededBy;
  }
  return next === article.id && seen.size > 1;
}
