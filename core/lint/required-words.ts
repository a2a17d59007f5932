const plain = /[\p{L}\p{N}]/u;
const repeatsZero = /^(?:[*?]|\{0)/;

/**
 * For each alternative of a pattern the longest run of characters that every match contains; null when one alternative
 * has none. A text without any of them need not be tried, which keeps thousands of patterns cheap.
 */
export function requiredWords(source: string): string[] | null {
  const words: string[] = [];
  let best = '';
  let run = '';
  let depth = 0;
  const endRun = () => {
    if (run.length > best.length) best = run;
    run = '';
  };
  for (let at = 0; at <= source.length; ) {
    const point = source.codePointAt(at);
    const character = point === undefined ? '' : String.fromCodePoint(point);
    if (character === '' || (character === '|' && depth === 0)) {
      endRun();
      if (best === '') return null;
      words.push(best);
      best = '';
      at += 1;
      continue;
    }
    if (depth === 0 && plain.test(character)) {
      const after = at + character.length;
      if (repeatsZero.test(source.slice(after, after + 2))) endRun();
      else {
        run += character;
        if (/^[+{]/.test(source.slice(after, after + 1))) endRun();
      }
      at = after;
      continue;
    }
    endRun();
    if (character === '\\')
      at += /^\\(?:[pPu]\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[\s\S])/u.exec(source.slice(at))?.[0].length ?? 1;
    else if (character === '[') at += /^\[(?:\\[\s\S]|[^\]\\])*\]?/u.exec(source.slice(at))?.[0].length ?? 1;
    else if (character === '{') at += /^\{[^}]*\}?/u.exec(source.slice(at))?.[0].length ?? 1;
    else {
      if (character === '(') depth += 1;
      if (character === ')') depth -= 1;
      at += character.length;
    }
  }
  return words;
}
