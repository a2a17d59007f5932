import type { Entry } from '#contract/library/release.ts';
import { templatesOf, withoutSyntax } from './wording.ts';

/** A text of an entry that somebody will say to a customer, and how the rules are to read it. */
export interface SpokenText {
  path: (string | number)[];
  /** With its template syntax. */
  template: string;
  /** Every gap is one 「□」. */
  plain: string;
  /** Read, not spoken: sentences may be long. */
  written: boolean;
  /** Only a part of what is said: it need not end like a sentence. */
  part: boolean;
  /** Labels of its gaps by their names. */
  labels: ReadonlyMap<string, string>;
}

/** Everything in an entry that is meant to be said; what customers say, and what must not be said, is left out. */
export function spokenTexts(entry: Entry): SpokenText[] {
  switch (entry.kind) {
    case 'line':
    case 'courtesy':
    case 'notice':
    case 'fragment': {
      const labels = new Map(entry.variables.map(({ name, label }) => [name, label]));
      return templatesOf(entry).map(({ path, text }) =>
        spokenText(path, text, { written: path.at(-1) === 'written', part: entry.kind === 'fragment', labels }),
      );
    }
    case 'forbidden':
      return [spokenText(['rewording'], entry.rewording)];
    case 'rewording':
      return entry.pairs.map(({ to }, index) => spokenText(['pairs', index, 'to'], to));
    case 'scenario':
      return entry.turns.flatMap((turn, index) =>
        turn.answers.flatMap((answer, place) =>
          answer.quality === 'good' ? [spokenText(['turns', index, 'answers', place, 'text'], answer.text)] : [],
        ),
      );
    default:
      return [];
  }
}

function spokenText(
  path: (string | number)[],
  template: string,
  how: Partial<Pick<SpokenText, 'written' | 'part' | 'labels'>> = {},
): SpokenText {
  return { path, template, plain: withoutSyntax(template), written: false, part: false, labels: new Map(), ...how };
}
