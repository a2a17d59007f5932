const BREAKS = /[、，,；;\n]/u;

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Words in one cell: joined with 「、」 as people write them, as JSON only where that would not come back the same. */
export function writeWords(items: readonly string[]): string {
  const plain = items.join('、');
  return same(readWords(plain), items) ? plain : JSON.stringify(items);
}

export function readWords(cell: string): string[] {
  return asJson(cell) ?? split(cell, BREAKS);
}

/** Sentences in one cell, one a line, because commas belong to them. */
export function writeSentences(items: readonly string[]): string {
  const plain = items.join('\n');
  return same(readSentences(plain), items) ? plain : JSON.stringify(items);
}

export function readSentences(cell: string): string[] {
  return asJson(cell) ?? split(cell, /\n/u);
}

function split(cell: string, by: RegExp): string[] {
  return cell
    .split(by)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function asJson(cell: string): string[] | null {
  if (!cell.startsWith('["') || !cell.endsWith('"]')) return null;
  try {
    const parsed: unknown = JSON.parse(cell);
    return Array.isArray(parsed) && parsed.every((item) => typeof item === 'string') ? parsed : null;
  } catch {
    return null;
  }
}
