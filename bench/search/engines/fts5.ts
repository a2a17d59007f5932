import Database from 'better-sqlite3';
import { type EngineMaker, singlesAndPairs } from './engine.ts';

/** SQLite's own index over runs of three characters: it cannot find two. */
export const ftsTrigram: EngineMaker = ({ entries }) => {
  const find = ftsTable(
    'trigram',
    entries.map((e) => ({ id: e.id, parts: [e.title, e.keywords.join('\n'), e.body] })),
  );
  return {
    find(text, limit) {
      const cut = [...new Set(text.split(/\s+/).flatMap((word) => threes(word)))];
      return cut.length === 0 ? [] : find(cut, limit);
    },
  };
};

function threes(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 2) }, (_, i) => word.slice(i, i + 3));
}

/** SQLite's index over single symbols and pairs, any of them, ranked by bm25. */
export const ftsPairs: EngineMaker = ({ entries }) => {
  const cut = (text: string) => singlesAndPairs(text).join(' ');
  const rows = entries.map((e) => ({ id: e.id, parts: [cut(e.title), cut(e.keywords.join('\n')), cut(e.body)] }));
  const find = ftsTable('unicode61', rows);
  return {
    find(text, limit) {
      const terms = [...new Set(singlesAndPairs(text))];
      return terms.length === 0 ? [] : find(terms, limit);
    },
  };
};

function ftsTable(tokenizer: string, rows: { id: string; parts: string[] }[]) {
  const db = new Database(':memory:');
  db.exec(`CREATE VIRTUAL TABLE entries USING fts5(id UNINDEXED, title, keywords, body, tokenize = '${tokenizer}')`);
  const insert = db.prepare('INSERT INTO entries VALUES (?, ?, ?, ?)');
  db.transaction(() => {
    for (const { id, parts } of rows) insert.run(id, ...parts);
  })();
  const select = db.prepare<[string, number], { id: string }>(
    'SELECT id FROM entries WHERE entries MATCH ? ORDER BY bm25(entries, 0, 3, 2, 1) LIMIT ?',
  );
  return (terms: readonly string[], limit: number) => {
    const match = terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR ');
    return select.all(match, limit).map(({ id }) => ({ id, near: false }));
  };
}
