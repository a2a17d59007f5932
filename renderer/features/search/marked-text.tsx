import { Fragment } from 'react';
import type { TextRange } from '#contract/search.ts';

/** Cuts a text at its marks; ranges that overlap, run backwards or beyond the end are tolerated. */
export function splitByMarks(text: string, marks: readonly TextRange[]): { text: string; marked: boolean }[] {
  const pieces: { text: string; marked: boolean }[] = [];
  let at = 0;
  for (const [from, to] of [...marks].sort((a, b) => a[0] - b[0])) {
    const start = Math.max(from, at);
    const end = Math.min(to, text.length);
    if (end <= start) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

/** Text with its matched stretches highlighted; always rendered as text. */
export function MarkedText({ text, marks = [] }: { text: string; marks?: readonly TextRange[] | undefined }) {
  if (marks.length === 0) return text;
  let at = 0;
  return splitByMarks(text, marks).map((piece) => {
    const key = at;
    at += piece.text.length;
    return piece.marked ? (
      <mark key={key} className="rounded-[3px] bg-mark px-px text-ink">
        {piece.text}
      </mark>
    ) : (
      <Fragment key={key}>{piece.text}</Fragment>
    );
  });
}
