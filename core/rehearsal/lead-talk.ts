import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { Missing } from '#contract/conversation/terms.ts';
import type { Stage } from '#contract/vocabulary.ts';
import { advance } from '../conversation/advance.ts';
import { isFrom } from '../conversation/definition.ts';
import { missingIn } from '../conversation/gates.ts';
import type { Conversation } from '../conversation/state.ts';
import type { StepEvent } from '../conversation/step-event.ts';
import type { Doing, Refusal, StepInput } from '../conversation/step-input.ts';
import type { StepRules } from '../conversation/step-rules.ts';

/** The conversation under a run, and the steps it took on the way. */
export interface Led {
  readonly talk: Conversation;
  readonly events: readonly StepEvent[];
}

export interface Leading {
  readonly definition: ConversationDefinition;
  readonly doing: Doing;
  readonly rules: StepRules;
}

/** One step of the conversation; a refused one changes nothing and says why. */
export function ledStep(led: Led, input: StepInput, by: Leading): Led & { readonly refused: Refusal | null } {
  const advanced = advance(led.talk, input, by.definition, by.doing, by.rules);
  if ('refused' in advanced) return { ...led, refused: advanced.refused };
  return { talk: advanced.state, events: [...led.events, ...advanced.events], refused: null };
}

/** What was given to the customer counts for the stage the conversation is in, and for those it can now go on to. */
export function tickFound(led: Led, found: readonly string[], upTo: Stage, by: Leading): Led {
  let now = tickHere(led, found, by);
  while (now.talk.stage !== upTo && isFrom(upTo, now.talk.stage)) {
    const next = ledStep(now, { type: 'advanceStage', from: now.talk.stage }, by);
    if (next.refused !== null) break;
    now = tickHere(next, found, by);
  }
  return { talk: now.talk, events: now.events };
}

function tickHere(led: Led, found: readonly string[], by: Leading): Led {
  const { stage } = led.talk;
  let now = led;
  for (const actionId of found) now = ledStep(now, { type: 'tickAction', stage, actionId }, by);
  return now;
}

/** Takes the conversation along to a stage the customer has come to, as far as its gates are open. */
export function follow(led: Led, stage: Stage, by: Leading): Led {
  return tickFound(led, [], stage, by);
}

/** What the present stage still owes the customer. */
export function owed(talk: Conversation, { definition, rules }: Pick<Leading, 'definition' | 'rules'>): Missing[] {
  return talk.state === 'finished' ? [] : missingIn(talk, definition, talk.stage, rules);
}

/** Ends the conversation: finished where its gates allow, broken off where the customer or the trainee left before. */
export function endTalk(led: Led, endingId: string | null, summary: string, by: Leading): Led {
  if (endingId !== null) {
    const chosen = ledStep(led, { type: 'chooseOutcome', outcomeId: endingId }, by);
    const finished = ledStep(chosen, { type: 'finish', summary }, by);
    if (finished.refused === null) return { talk: finished.talk, events: finished.events };
  }
  const { talk, events } = ledStep(led, { type: 'breakOff', reason: 'customerLeft', summary }, by);
  return { talk, events };
}
