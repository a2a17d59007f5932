import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { CaptureField } from '#contract/library/capture-field.ts';
import { cleanText, wellFormed } from './clean-text.ts';
import { fieldsOf, flowStage } from './definition.ts';
import { fittingValue } from './field-value.ts';
import { isTicked } from './gates.ts';
import type { Conversation } from './state.ts';
import type { StepEvent } from './step-event.ts';
import { type Decision, type InputOf, refuse } from './step-input.ts';

const VARIABLE_NAME = /^[a-z][A-Za-z0-9]{0,39}$/;

export function decideCapture(
  state: Conversation,
  input: InputOf<'captureField'>,
  definition: ConversationDefinition,
): Decision {
  const field = fieldsOf(state, definition).find((one) => one.id === input.fieldId);
  return field ? capture(state, field, input.value, definition) : refuse('unknown');
}

/** A gap filled on the desk goes to the field that fills it; without one it is kept for the next lines. */
export function decideFill(
  state: Conversation,
  { name, value }: InputOf<'fillVariable'>,
  definition: ConversationDefinition,
): Decision {
  if (!VARIABLE_NAME.test(name)) return refuse('unknown');
  const field = fieldsOf(state, definition).find((one) => one.fills === name);
  if (field) return capture(state, field, value, definition);
  const kept = cleanText(value);
  if (kept.length > 200) return refuse('valueUnfit');
  const before = Object.hasOwn(state.variables, name) ? state.variables[name] : '';
  if (kept === before) return { events: [] };
  return {
    events: [{ kind: 'conversation.variableFilled', payload: { conversationId: state.id, name, value: kept } }],
  };
}

export function decideNote(state: Conversation, input: InputOf<'writeNote'>): Decision {
  const text = wellFormed(input.text);
  if (text === state.note) return { events: [] };
  return { events: [{ kind: 'conversation.noteWritten', payload: { conversationId: state.id, text } }] };
}

export function decideTick(
  state: Conversation,
  { type, stage, actionId }: InputOf<'tickAction' | 'untickAction'>,
  definition: ConversationDefinition,
): Decision {
  if (stage !== state.stage) return refuse('moved');
  if (!flowStage(definition, stage)?.required.some((action) => action.id === actionId)) return refuse('unknown');
  const ticked = isTicked(state, stage, actionId);
  const payload = { conversationId: state.id, stage, actionId };
  if (type === 'tickAction') {
    return { events: ticked ? [] : [{ kind: 'conversation.actionTicked', payload }] };
  }
  return { events: ticked ? [{ kind: 'conversation.actionUnticked', payload: { ...payload, why: 'slip' } }] : [] };
}

function capture(state: Conversation, field: CaptureField, raw: string, definition: ConversationDefinition): Decision {
  const value = fittingValue(field, raw);
  if (value === null) return refuse('valueUnfit');
  const before = Object.hasOwn(state.fields, field.id) ? state.fields[field.id] : '';
  if (value === before) return { events: [] };
  const captured: StepEvent = {
    kind: 'conversation.fieldCaptured',
    payload: { conversationId: state.id, fieldId: field.id, value },
  };
  return { events: [captured, ...readBackUndone(state, field, definition)] };
}

/** A yes to what was read back covers only what was read back: a field of the same stage that changes takes it away. */
function readBackUndone(state: Conversation, field: CaptureField, definition: ConversationDefinition): StepEvent[] {
  const stage = flowStage(definition, state.stage);
  if (!stage?.fields.some((one) => one.id === field.id)) return [];
  return stage.required
    .filter((action) => action.readBack && isTicked(state, state.stage, action.id))
    .map((action) => ({
      kind: 'conversation.actionUnticked',
      payload: { conversationId: state.id, stage: state.stage, actionId: action.id, why: 'changed' },
    }));
}
