import { implement } from '@orpc/server';
import { customersContract } from '#contract/customers.ts';
import { type CallContext, requirePerson } from '../call-context.ts';
import type { Clock } from '../clock.ts';
import { findConversation } from '../conversation/conversation-repo.ts';
import type { Conversation } from '../conversation/state.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import { nameOfPerson } from '../people/people-repo.ts';
import { digitsOf } from '../records/record.ts';
import { countByNumber, findRecords, type RecordRow } from '../records/record-repo.ts';
import { recordSummary } from '../records/record-summary.ts';
import { readSiteRules } from '../site-rules/site-rules-repo.ts';
import { findSpecialCall } from '../special-calls/special-call-repo.ts';
import { isSettled } from '../work-orders/order-state.ts';
import { findMerged } from '../work-orders/work-order-repo.ts';
import { repeatComplaint } from './repeat-complaint.ts';

/** So many contacts are looked through for what is still open; the screen shows the first few. */
const LOOKED_THROUGH = 20;
const SHOWN = 5;

export interface CustomersDeps {
  db: WriteHandle;
  journal: Journal;
  clock: Clock;
}

export function customersHandlers({ db, journal, clock }: CustomersDeps) {
  const os = implement(customersContract).$context<CallContext>();
  const seal = journal.fields;
  const nameOf = (personId: string | null) => (personId === null ? '' : (nameOfPerson(db, seal, personId) ?? ''));

  return os.router({
    /** The journal of this desk holds this site's contacts only, so nobody else's can turn up. */
    history: os.history.handler(({ input, context }) => {
      requirePerson(context);
      const number = digitsOf(input.number);
      const rows = findRecords(db, seal, { ...everything, number, limit: LOOKED_THROUGH + 1 })
        .filter((row) => row.id !== input.leaveOut)
        .slice(0, LOOKED_THROUGH);
      const contacts = rows.map((row) => ({ row, state: conversationOf(row) }));
      return {
        count: number === '' ? 0 : countByNumber(db, seal, number, input.leaveOut ?? null),
        lastAtMs: rows[0]?.startedAtMs ?? null,
        contacts: contacts.slice(0, SHOWN).map(({ row, state }) => ({
          ...recordSummary(row, nameOf),
          told: state ? toldIn(state) : (findSpecialCall(db, seal, row.id)?.summary ?? ''),
          promise: state && openPromise(state),
        })),
        openPromises: contacts.flatMap(({ row, state }) => {
          const promise = state && openPromise(state);
          return promise ? [{ recordId: row.id, ...promise }] : [];
        }),
        openOrders: contacts.flatMap(({ state }) => {
          const order = state?.workOrder ? findMerged(db, seal, state.workOrder.id)?.order : undefined;
          return order && !isSettled(order) ? [{ id: order.id, number: order.number, matter: order.matter }] : [];
        }),
        repeat: repeatComplaint(rows, clock.nowMs(), readSiteRules(db)),
      };
    }),
  });

  function conversationOf(row: RecordRow): Conversation | null {
    return row.kind === 'conversation' ? findConversation(db, seal, row.id) : null;
  }
}

const everything = {
  seenBy: null,
  personId: null,
  name: null,
  kind: null,
  scene: null,
  state: null,
  outcome: null,
  fromMs: null,
  toMs: null,
  after: null,
} as const;

function toldIn({ summary, note }: Conversation): string {
  return summary === '' ? note : summary;
}

function openPromise(state: Conversation): { text: string; dueAtMs: number } | null {
  if (!state.promise || state.promiseKept !== null) return null;
  return { text: state.promise.text, dueAtMs: state.promise.dueAtMs };
}
