import type { PlayStep, PlayView } from '#contract/workshop/play.ts';
import type { LooseEntry } from '#contract/workshop/terms.ts';
import { advance } from '#core/conversation/advance.ts';
import { conversationView, type ViewParts } from '#core/conversation/conversation-view.ts';
import type { StepInput } from '#core/conversation/step-input.ts';
import { PLAYER, playedDefinition } from './played-definition.ts';

/** A draft after the steps taken so far, each decided by the engine that leads conversations; null for kinds one cannot play. */
export function playDraft(entry: LooseEntry, steps: readonly PlayStep[], parts: ViewParts): PlayView | null {
  const played = playedDefinition(entry, parts.catalogue, parts.nowMs);
  if (played === null) return null;
  const { definition } = played;
  let state = played.begun;
  let refused: PlayView['refused'] = null;
  for (const step of steps) {
    const doing = { atMs: parts.nowMs, personId: PLAYER, role: 'agent' } as const;
    const stepped = advance(state, inputOf(step), definition, doing, parts.rules);
    refused = 'refused' in stepped ? { ...stepped.refused, missing: [...stepped.refused.missing] } : null;
    if (!('refused' in stepped)) state = stepped.state;
  }
  const { flow, ...view } = conversationView(state, definition, parts);
  return { ...view, flowTitle: flow.title, refused };
}

/** Nothing is opened and nothing recorded: an order is a number, a record a word. */
function inputOf(step: PlayStep): StepInput {
  if (step.type === 'openWorkOrder') return { ...step, workOrderId: 'played', number: '1' };
  return step.type === 'finish' ? { ...step, summary: '-' } : step;
}
