import type { PayloadOf } from '#contract/declare-event.ts';
import type { drillSlipped } from '#contract/drill.ts';
import type { Entry } from '#contract/library/release.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { type BaseCard, sayingOf } from './cards.ts';

export type Slip = PayloadOf<typeof drillSlipped>;

/** The cards of one's own slips, the newest first and each matter once; what the release no longer has is left out. */
export function slipCards(slips: readonly Slip[], catalogue: Catalogue): BaseCard[] {
  const cards = new Map<string, BaseCard>();
  for (const slip of slips) {
    const card = cardOf(slip, catalogue);
    if (card && !cards.has(card.cardId)) cards.set(card.cardId, card);
  }
  return [...cards.values()];
}

function cardOf(slip: Slip, catalogue: Catalogue): BaseCard | null {
  const { sort, entryId, detail } = slip;
  const entry = entryId === null ? null : (catalogue.find(entryId)?.entry ?? null);
  const made = (card: Pick<BaseCard, 'ask' | 'answer' | 'why'>): BaseCard => {
    return { cardId: `slip:${sort}:${entryId ?? ''}:${detail}`, kind: 'slip', slip: sort, entryId, ...card };
  };
  if (sort === 'wording') {
    if (entry?.kind !== 'forbidden') return null;
    return made({ ask: entry.fails[0] ?? entry.title, answer: entry.rewording, why: entry.reason });
  }
  if (sort === 'search') {
    const line = entryId === null ? null : (catalogue.findWording(entryId)?.entry ?? null);
    return made({ ask: detail, answer: line ? sayingOf(line, catalogue) : '', why: line?.title ?? '' });
  }
  if (sort === 'branch') return entry?.kind === 'decisionTable' ? questionCard(entry, detail, made) : null;
  return gateCard(entry, detail, catalogue, made);
}

type Make = (card: Pick<BaseCard, 'ask' | 'answer' | 'why'>) => BaseCard;

function questionCard({ title, nodes }: Extract<Entry, { kind: 'decisionTable' }>, nodeId: string, made: Make) {
  const node = nodes.find(({ id }) => id === nodeId);
  return node?.type === 'question' ? made({ ask: title, answer: node.ask, why: node.hint }) : null;
}

/** What had to be done in the stage somebody had to go back to: in that flow, or where the release no longer has it in another. */
function gateCard(flow: Entry | null, stageName: string, catalogue: Catalogue, made: Make): BaseCard | null {
  for (const entry of [flow, ...catalogue.release.entries.map((released) => released.entry)]) {
    if (entry?.kind !== 'flow') continue;
    const stage = entry.stages.find((one) => one.stage === stageName);
    if (stage) return made({ ask: stageName, answer: stage.required.map(({ label }) => label).join('；'), why: '' });
  }
  return null;
}
