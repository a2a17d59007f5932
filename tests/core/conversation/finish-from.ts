import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { CaptureField } from '#contract/library/capture-field.ts';
import { defaultRules } from '#contract/site-rules.ts';
import { advance } from '#core/conversation/advance.ts';
import { activeWalk, fieldsOf, stageAfter, stages } from '#core/conversation/definition.ts';
import { missingForFinish, missingForWorkOrder, missingIn } from '#core/conversation/gates.ts';
import { type Conversation, ownerRole } from '#core/conversation/state.ts';
import type { StepInput } from '#core/conversation/step-input.ts';

const MOST_STEPS = 300;

/** Goes to the finish by doing, again and again, the first thing that a gate says is missing; null when that leads nowhere. */
export function finishFrom(state: Conversation, definition: ConversationDefinition, atMs: number): Conversation | null {
  let now = state;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    if (now.state === 'finished') return now;
    const doing = { atMs, personId: now.ownerId, role: ownerRole(now) };
    const advanced = advance(now, nextInput(now, definition, atMs), definition, doing, defaultRules);
    if ('refused' in advanced || advanced.events.length === 0) return null;
    now = advanced.state;
  }
  return null;
}

function nextInput(state: Conversation, definition: ConversationDefinition, atMs: number): StepInput {
  if (state.state === 'parked') return { type: 'resume' };
  const to = stageAfter(state.stage);
  // Under a newer flow a stage that was left may ask for something else.
  const earlier = stages.slice(0, stages.indexOf(state.stage));
  const undone = earlier.some((stage) =>
    missingIn(state, definition, stage, defaultRules).some((one) => one.kind === 'action'),
  );
  if (undone) return { type: 'goBack', from: state.stage };
  const missing =
    to === null
      ? missingForFinish(state, definition, defaultRules)
      : missingIn(state, definition, state.stage, defaultRules);
  const first = missing[0];
  if (!first)
    return to === null ? { type: 'finish', summary: '办妥了。' } : { type: 'advanceStage', from: state.stage };
  const walk = activeWalk(state, definition);
  switch (first.kind) {
    case 'action':
      return { type: 'tickAction', stage: state.stage, actionId: first.id };
    case 'field':
      return capture(state, definition, first.id);
    case 'table':
    case 'finding':
      if (to === null) return { type: 'goBack', from: state.stage };
      if (walk?.question) {
        const unsure = walk.question.answers.find((answer) => answer.cannotTell);
        return { type: 'answer', nodeId: walk.question.id, answerId: unsure?.id ?? '' };
      }
      return { type: 'acceptFinding', nodeId: first.id };
    case 'outcome':
      return { type: 'chooseOutcome', outcomeId: definition.flow.outcomes[0]?.id ?? '' };
    case 'promise':
      return { type: 'setPromise', text: '一小时内', dueAtMs: atMs + 3_600_000 };
    // Without a lead at hand the order is the way on.
    case 'authority':
    case 'workOrder': {
      const open = missingForWorkOrder(state, definition)[0];
      if (open?.kind === 'field') return capture(state, definition, open.id);
      return { type: 'openWorkOrder', workOrderId: 'order-1', number: '261102-001' };
    }
    // Never a gate of the engine: the desk looks at the words themselves.
    case 'wording':
    case 'summary':
      return { type: 'finish', summary: '办妥了。' };
    default:
      return first.kind satisfies never;
  }
}

function capture(state: Conversation, definition: ConversationDefinition, fieldId: string): StepInput {
  const field = fieldsOf(state, definition).find((one) => one.id === fieldId);
  return { type: 'captureField', fieldId, value: field ? fittingExample(field) : '' };
}

export function fittingExample({ type, options }: CaptureField): string {
  switch (type) {
    case 'choice':
      return options[0]?.id ?? '';
    case 'yesNo':
      return 'yes';
    case 'phone':
      return '13912345678';
    case 'digits':
    case 'number':
      return '12';
    case 'dateTime':
      return '2026-11-20T10:00';
    default:
      return '记下了';
  }
}
