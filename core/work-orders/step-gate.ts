import type { Role } from '#contract/vocabulary.ts';
import type { StepType } from '#contract/work-orders/steps.ts';
import type { OrderRefusal, WorkOrderState } from '#contract/work-orders/terms.ts';
import type { StoredStep } from './evolve-order.ts';
import type { WorkOrder } from './order-state.ts';

const OPEN: readonly WorkOrderState[] = [
  'drafted',
  'dispatched',
  'signedFor',
  'verified',
  'passedOn',
  'handled',
  'answered',
  'rechecked',
  'returned',
  'inReview',
  'reopened',
];
const ANY: readonly WorkOrderState[] = [...OPEN, 'closed'];

/** The states in which each step has a meaning. */
export const statesFor: Readonly<Record<StepType, readonly WorkOrderState[]>> = {
  dispatch: ['drafted', 'reopened'],
  signFor: ['dispatched', 'passedOn'],
  verify: ['signedFor', 'returned'],
  passOn: ['signedFor', 'verified', 'returned'],
  preHandle: ['drafted', 'dispatched', 'signedFor', 'verified', 'passedOn', 'returned', 'reopened'],
  handle: ['verified', 'returned', 'drafted', 'reopened'],
  answer: ['handled', 'answered', 'rechecked'],
  passRecheck: ['handled', 'answered'],
  failRecheck: ['handled', 'answered', 'rechecked'],
  close: ['answered', 'rechecked'],
  proposeDissatisfaction: ['drafted', 'reopened', 'handled', 'answered', 'rechecked'],
  reviewDissatisfaction: ['inReview'],
  callBack: ['closed'],
  reopen: ['closed'],
  auditCallback: ANY,
  remind: OPEN,
  handOver: ANY,
  tellCustomer: ANY,
  note: ANY,
  fillFields: OPEN,
  markAbnormal: OPEN,
  lookAtNumber: ANY,
};

const rank: Readonly<Record<Role, number>> = {
  trainee: 0,
  reviewer: 0,
  agent: 1,
  handler: 1,
  lead: 2,
  administrator: 3,
};

/** Whoever reviews a 不满单 stands above whoever proposed it. */
export const standsAbove = (reviewer: Role, proposer: Role): boolean => rank[reviewer] > rank[proposer];

/**
 * What holds for a step whatever a site has set and whoever watches the clock: the same on every desk and at every replay.
 * Null when it may be taken, otherwise why not.
 */
export function stepGate(order: WorkOrder, step: StoredStep, personId: string | null): OrderRefusal | null {
  if (!statesFor[step.type].includes(order.state)) return 'wrongState';
  switch (step.type) {
    case 'preHandle':
      if (order.green === null) return 'notGreen';
      return order.preHandledAtMs === null ? null : 'alreadyDone';
    case 'handle':
      return step.payload.atDesk === (order.state === 'drafted' || order.state === 'reopened') ? null : 'wrongState';
    case 'answer':
      // An accepted answer stands; one that was not may be followed by another angle.
      return order.state === 'answered' && order.accepted === true ? 'alreadyDone' : null;
    case 'passRecheck':
    case 'failRecheck':
      if (order.handling?.personId === personId) return 'ownHandling';
      if (step.type === 'failRecheck') return null;
      if (order.recheckedInRound) return 'alreadyDone';
      return order.state === 'answered' ? acceptedOrAbnormal(order) : null;
    case 'close':
      if (step.payload.cause === 'customer') return 'needsReview';
      if (order.accepted === null) return 'answerFirst';
      if (!order.recheckedInRound) return 'recheckFirst';
      if (order.callback?.result === 'unsatisfied' && order.green !== null && !order.callback.audited) {
        return 'auditMissing';
      }
      if (order.abnormal && step.payload.lesson === '') return 'lessonMissing';
      return acceptedOrAbnormal(order);
    case 'proposeDissatisfaction':
      return order.reviewRefused ? 'alreadyReviewed' : null;
    case 'reviewDissatisfaction':
      if (order.proposal === null || order.proposal.personId === personId) return 'notOneLevelUp';
      return standsAbove(step.payload.actingAs, order.proposal.role) ? null : 'notOneLevelUp';
    case 'callBack':
      if (order.callback?.result === 'satisfied') return 'alreadySatisfied';
      return order.callback?.result === 'unsatisfied' ? 'alreadyDone' : null;
    case 'reopen':
      return order.callback?.result === 'unsatisfied' ? null : 'notUnsatisfied';
    case 'auditCallback':
      if (order.green === null) return 'notGreen';
      return order.callback?.result === 'unsatisfied' && !order.callback.audited ? null : 'nothingToAudit';
    case 'markAbnormal':
      return order.abnormal ? 'alreadyDone' : null;
    default:
      return null;
  }
}

function acceptedOrAbnormal(order: WorkOrder): OrderRefusal | null {
  return order.accepted === true || order.abnormal ? null : 'notAccepted';
}
