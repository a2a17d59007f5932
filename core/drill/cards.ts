import type { DrillCard } from '#contract/drill.ts';
import type { Entry } from '#contract/library/release.ts';
import { defaultFigures } from '#contract/site-rules/figures.ts';
import type { SiteRules } from '#contract/site-rules.ts';
import { type Catalogue, isWording, type Wording } from '../library/catalogue.ts';
import { plainText, renderLine } from '../library/render-line.ts';

/** A card before anybody has seen it. */
export type BaseCard = Omit<DrillCard, 'fresh'>;

export interface DeckSource {
  readonly catalogue: Catalogue;
  readonly rules: SiteRules;
  /** Wordings that the release in force changed. */
  readonly changed: readonly Wording[];
}

const base = { slip: null, why: '' };

/** Every card the library and the rules of the site give, in the order of the release. */
export function deckOf({ catalogue, rules, changed }: DeckSource): BaseCard[] {
  const standing = catalogue.release.entries
    .filter(({ entry, packId }) => entry.provenance.review === 'approved' && catalogue.localeOf(packId) === 'zh-CN')
    .map(({ entry }) => entry);
  return [
    ...changed.map((entry): BaseCard => {
      const { id, title, provenance } = entry;
      const why = provenance.changeNote;
      return {
        ...base,
        cardId: `change:${id}:${provenance.version}`,
        kind: 'change',
        ask: title,
        answer: sayingOf(entry, catalogue),
        why,
        entryId: id,
      };
    }),
    ...standing.flatMap((entry) => cardsOf(entry, catalogue)),
    ...figureCards(rules),
  ];
}

/** The standard wording as it is said; gaps read their label. */
export function sayingOf(entry: Wording, catalogue: Catalogue): string {
  const [standard] = renderLine(entry, {}, catalogue.fragments);
  return standard ? plainText(standard) : '';
}

function cardsOf(entry: Entry, catalogue: Catalogue): BaseCard[] {
  const { id, title } = entry;
  if (entry.kind === 'courtesy') {
    return [
      { ...base, cardId: `phrase:${id}`, kind: 'phrase', ask: title, answer: sayingOf(entry, catalogue), entryId: id },
    ];
  }
  if (entry.kind === 'forbidden') {
    const ask = entry.fails[0] ?? title;
    return [
      {
        ...base,
        cardId: `rewording:${id}`,
        kind: 'rewording',
        ask,
        answer: entry.rewording,
        why: entry.reason,
        entryId: id,
      },
    ];
  }
  if (entry.kind === 'rewording') {
    return entry.pairs.map(({ from, to }, place): BaseCard => {
      return { ...base, cardId: `pair:${id}:${place}`, kind: 'rewording', ask: from, answer: to, entryId: id };
    });
  }
  return entry.kind === 'decisionTable' ? questionCards(entry, catalogue) : [];
}

type Table = Extract<Entry, { kind: 'decisionTable' }>;

/** The first question of a table, and what each further one is asked for. */
function questionCards({ id, title, start, nodes }: Table, catalogue: Catalogue): BaseCard[] {
  const question = nodes.find((node) => node.id === start && node.type === 'question');
  const first: BaseCard[] =
    question?.type === 'question'
      ? [
          {
            ...base,
            cardId: `question:${id}`,
            kind: 'keyQuestion',
            ask: title,
            answer: question.ask,
            why: question.hint,
            entryId: id,
          },
        ]
      : [];
  const findings = nodes.flatMap((node): BaseCard[] => {
    if (node.type !== 'finding') return [];
    const wording = catalogue.findWording(node.line)?.entry;
    const ask = `${title}：${node.title}`;
    return wording
      ? [
          {
            ...base,
            cardId: `finding:${id}:${node.id}`,
            kind: 'keyQuestion',
            ask,
            answer: sayingOf(wording, catalogue),
            entryId: node.line,
          },
        ]
      : [];
  });
  return [...first, ...findings];
}

/** `ask` is the name of the rule and `answer` its bare number: the window has the words and the unit. */
function figureCards(rules: SiteRules): BaseCard[] {
  return (Object.keys(defaultFigures) as (keyof typeof defaultFigures)[]).map((name): BaseCard => {
    // Another figure is another card: what was learnt of the old one does not hold.
    return {
      ...base,
      cardId: `figure:${name}:${rules[name]}`,
      kind: 'figure',
      ask: name,
      answer: String(rules[name]),
      entryId: null,
    };
  });
}

/** What changed, of what may be said. */
export function changedWordings(versions: readonly { entry: Entry; before: Entry | null }[]): Wording[] {
  return versions.flatMap(({ entry, before }) => (before !== null && isWording(entry) ? [entry] : []));
}
