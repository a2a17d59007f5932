import type { EventDeclaration } from '#contract/declare-event.ts';
import { specialCallDefinitionPinned, specialCallStarted } from '#contract/special-calls/events.ts';
import { type EventHandler, on, projection } from '../journal/projection.ts';
import { type CallEvent, callEvents } from './call-event.ts';
import { evolveCall } from './evolve-call.ts';
import { forgettingSpecialCalls } from './forget-repo.ts';
import { findSpecialCall, insertCallDefinition, insertSpecialCall, updateSpecialCall } from './special-call-repo.ts';

export const specialCallsProjection = projection(
  'special calls',
  ['special_call_definition', 'special_call'],
  [
    on(specialCallDefinitionPinned, (db, event) =>
      insertCallDefinition(db, event.payload.definitionHash, event.payload.definition),
    ),
    on(specialCallStarted, (db, event, seal) => insertSpecialCall(db, seal, event)),
    ...Object.values(callEvents).map(onStep),
  ],
  () => false,
  () => false,
  forgettingSpecialCalls,
);

function onStep(declaration: EventDeclaration<CallEvent['kind'], { specialCallId: string }>): EventHandler {
  return on(declaration, (db, event, seal) => {
    const before = findSpecialCall(db, seal, event.payload.specialCallId);
    if (!before) return;
    // The journal checked the payload against the declaration of this very kind.
    const step = { kind: declaration.kind, payload: event.payload } as CallEvent;
    updateSpecialCall(db, seal, evolveCall(before, step, event));
  });
}
