import type { StepEvent } from './step-event.ts';
import type { StepInput } from './step-input.ts';

/** The thing an event changes, by name; null where nobody could have had another in mind. */
export function changedBy(event: StepEvent): string | null {
  switch (event.kind) {
    case 'conversation.actionTicked':
    case 'conversation.actionUnticked':
      return `action:${event.payload.stage}/${event.payload.actionId}`;
    case 'conversation.fieldCaptured':
      return `field:${event.payload.fieldId}`;
    case 'conversation.variableFilled':
      return `variable:${event.payload.name}`;
    case 'conversation.customerNoted':
      return 'customer';
    case 'conversation.moodMarked':
      return 'mood';
    case 'conversation.noteWritten':
      return 'note';
    case 'conversation.tableStarted':
    case 'conversation.questionAnswered':
    case 'conversation.questionRevisited':
    case 'conversation.findingAccepted':
    case 'conversation.findingRefused':
      return 'table';
    case 'conversation.outcomeChosen':
      return 'outcome';
    case 'conversation.promiseMade':
    case 'conversation.promiseMoved':
    case 'conversation.promiseKept':
      return 'promise';
    case 'conversation.handOverOffered':
    case 'conversation.handOverAccepted':
    case 'conversation.handOverDeclined':
    case 'conversation.handOverWithdrawn':
      return 'handOver';
    case 'conversation.stageAdvanced':
    case 'conversation.steppedBack':
    case 'conversation.movedToRelease':
      return 'stage';
    default:
      return null;
  }
}

/** The thing a step is about to change: refused when that changed after what the screen shows. */
export function changes(input: StepInput): string | null {
  switch (input.type) {
    case 'tickAction':
    case 'untickAction':
      return `action:${input.stage}/${input.actionId}`;
    case 'captureField':
      return `field:${input.fieldId}`;
    case 'fillVariable':
      return `variable:${input.name}`;
    case 'noteCustomer':
      return 'customer';
    case 'setMood':
      return 'mood';
    case 'writeNote':
      return 'note';
    case 'startTable':
    case 'answer':
    case 'revisit':
    case 'acceptFinding':
    case 'refuseFinding':
      return 'table';
    case 'chooseOutcome':
      return 'outcome';
    case 'setPromise':
    case 'movePromise':
    case 'keepPromise':
      return 'promise';
    case 'handOver':
    case 'acceptHandOver':
    case 'declineHandOver':
    case 'withdrawHandOver':
      return 'handOver';
    case 'advanceStage':
    case 'goBack':
    case 'moveToRelease':
    case 'finish':
      return 'stage';
    default:
      return null;
  }
}
