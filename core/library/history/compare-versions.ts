import { diffArrays } from 'diff';
import type { Entry } from '#contract/library/release.ts';
import type { TextPart } from '#contract/library-exchange.ts';
import type { FieldDifference } from '#contract/library-history.ts';
import { textDiff } from '../exchange/entry-diff.ts';
import { readableValue } from '../key-words.ts';

type Sentence = FieldDifference['sentences'][number];

/** Every key in which two versions of an entry differ, sentence beside sentence, with the characters that changed. */
export function compareVersions(before: Entry, after: Entry): FieldDifference[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path) => {
    const [was = [], is = []] = [old.get(path), now.get(path)];
    const sentences = beside(was, is);
    return sentences.some(({ changed }) => changed) ? [{ path, sentences }] : [];
  });
}

/** Sentences that stayed stand beside each other; what was taken out stands beside what was put in at that place. */
function beside(before: readonly string[], after: readonly string[]): Sentence[] {
  const rows: Sentence[] = [];
  let waiting: string[] = [];
  const flush = () => {
    for (const text of waiting) rows.push({ changed: true, before: [{ kind: 'removed', text }], after: null });
    waiting = [];
  };
  for (const { value, removed, added } of diffArrays([...before], [...after])) {
    if (removed) waiting = [...waiting, ...value];
    else if (added) {
      for (const text of value) {
        const partner = waiting.shift();
        rows.push(
          partner === undefined
            ? { changed: true, before: null, after: [{ kind: 'added', text }] }
            : pair(partner, text),
        );
      }
      flush();
    } else {
      flush();
      for (const text of value) rows.push({ changed: false, before: [same(text)], after: [same(text)] });
    }
  }
  flush();
  return rows;
}

function pair(before: string, after: string): Sentence {
  const parts = textDiff(before, after);
  return {
    changed: true,
    before: parts.filter(({ kind }) => kind !== 'added'),
    after: parts.filter(({ kind }) => kind !== 'removed'),
  };
}

const same = (text: string): TextPart => ({ kind: 'same', text });

/** The entry as texts by key: objects are opened, a list is one text with a piece for each of its items. */
function fieldsOf(entry: Entry): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  const open = (value: unknown, path: string): void => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [key, inner] of Object.entries(value)) open(inner, path === '' ? key : `${path}.${key}`);
    } else if (Array.isArray(value))
      fields.set(
        path,
        value.map((item) => readableValue(item)),
      );
    else fields.set(path, sentencesOf(readableValue(value)));
  };
  open(entry, '');
  return fields;
}

const SENTENCE = /[^。！？；!?;\n]*[。！？；!?;\n]+|[^。！？；!?;\n]+/gu;

export function sentencesOf(text: string): string[] {
  return text.match(SENTENCE) ?? [];
}
