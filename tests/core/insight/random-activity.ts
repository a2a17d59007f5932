import { lintNoted, searchAnswered, talkCounted } from '#contract/insight/events.ts';
import { lineCopied, lineSaid } from '#contract/library.ts';
import { rehearsalScored } from '#contract/rehearsal/events.ts';
import { searchFailed } from '#contract/search-failures.ts';
import { limitTold, orderEvents, workOrderOpened } from '#contract/work-orders/events.ts';
import type { Journal, JournalTransaction } from '#core/journal/journal.ts';

/** A small stream of numbers below one, the same for the same seed. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

const PEOPLE = ['person-1', 'person-2', 'person-3'];
const LINES = ['telecom/a', 'telecom/b', 'bank/c', 'personal/mine'];
const RULES = ['forbidden/rule', 'forbidden/wait', 'check/vagueTime'];

/** Appends some events of every kind that insight counts, spread over days; the clock goes on in between. */
export function actSomehow(
  journal: Journal,
  clock: { advance(ms: number): void; nowMs(): number },
  times: number,
  seed: number,
): void {
  const next = numbers(seed);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(next() * values.length)] as Value;
  const orders: string[] = [];
  let made = 0;
  // Several a transaction: waiting for the disk is no part of what is checked.
  for (let batch = 0; batch * 20 < times; batch += 1) {
    const personId = pick(PEOPLE);
    journal.transaction(personId, (tx) => {
      for (let turn = 0; turn < 20; turn += 1) act(tx, personId);
    });
  }

  function act(tx: JournalTransaction, personId: string): void {
    clock.advance(Math.floor(next() * 9_000_000));
    made += 1;
    const id = `${seed}-${made}`;
    const entryId = pick(LINES);
    const use = {
      entryId,
      version: 1,
      entryHash: 'h',
      variant: 'standard' as const,
      text: '',
      channel: null,
      conversationId: null,
      searchText: '',
    };
    const what = Math.floor(next() * 10);
    if (what < 2) tx.append(lineCopied, use);
    else if (what < 4) tx.append(lineSaid, use);
    else if (what === 4)
      tx.append(searchAnswered, { how: pick(['copied', 'said']), entryId, ms: Math.floor(next() * 70_000) });
    else if (what === 5)
      tx.append(lintNoted, { conversationId: id, ruleId: pick(RULES), what: pick(['hit', 'mended']) });
    else if (what === 6) {
      const end = { how: 'givenUp' as const, why: 'idle' as const };
      tx.append(searchFailed, {
        text: '搜不到',
        channel: null,
        scene: null,
        stage: null,
        found: 'none',
        triedNext: [],
        end,
        reported: false,
      });
    } else if (what === 7) {
      tx.append(rehearsalScored, {
        runId: id,
        scenarioId: 's',
        scenarioVersion: 1,
        title: '练',
        timed: false,
        score: 80,
        passed: true,
        norms: { soothing: Math.floor(next() * 101), clarity: 50 },
        endedAtMs: clock.nowMs(),
      });
    } else if (what === 8) tx.append(talkCounted, talk(id, personId, clock.nowMs(), next, pick));
    else {
      const known = pick([...orders, '', '']);
      if (known === '') {
        orders.push(id);
        tx.append(workOrderOpened, order(id, pick(['network', 'billing', 'data'])), [`customer-${id}`, id]);
      } else if (next() < 0.4) {
        tx.append(limitTold, {
          workOrderId: known,
          orderRevision: 2,
          limit: pick(['reply', 'result'] as const),
          moment: pick(['before', 'atLimit'] as const),
          dueAtMs: 1,
          tell: [],
        });
      } else if (next() < 0.5) {
        tx.append(orderEvents.reopen, { workOrderId: known, orderRevision: 2, actingAs: 'lead', text: '再办' }, [
          `customer-${known}`,
          known,
        ]);
      } else {
        const result = pick(['satisfied', 'unsatisfied', 'notReached'] as const);
        tx.append(orderEvents.callBack, { workOrderId: known, orderRevision: 2, actingAs: 'lead', result, text: '' }, [
          `customer-${known}`,
          known,
        ]);
      }
    }
  }
}

function talk(
  id: string,
  ownerId: string,
  endedAtMs: number,
  next: () => number,
  pick: <Value>(values: readonly Value[]) => Value,
) {
  const walked = () => {
    const cleared = next() < 0.8;
    const explained = cleared && next() < 0.8;
    return {
      tableId: pick(['telecom/t1', 'telecom/t2']),
      cleared,
      explained,
      accepted: explained && next() < 0.7,
      action: null,
    };
  };
  return {
    conversationId: id,
    flowId: pick(['flows/one', 'telecom/two']),
    scene: 'hall',
    channel: 'phone' as const,
    ownerId,
    endedAtMs,
    brokenOff: next() < 0.2 ? ('customerLeft' as const) : null,
    outcome: pick(['settled', 'order', null]),
    firstContact: next() < 0.6,
    workOrder: next() < 0.4,
    handedOver: next() < 0.2,
    stages: { accept: Math.floor(next() * 300_000), clarify: Math.floor(next() * 300_000) },
    tables: next() < 0.7 ? [walked()] : [],
    repeatAfterDays: pick([null, null, 3, 40]),
  };
}

function order(workOrderId: string, category: 'network' | 'billing' | 'data') {
  return {
    ...{ workOrderId, number: '261102-001', category, abnormal: false, matter: '没信号', channel: 'phone' as const },
    ...{
      customerName: '王丽',
      customerNumber: null,
      fields: [],
      promisedAtMs: null,
      promiseText: null,
      conversationId: null,
    },
    ...{ source: 'letter' as const, trigger: 'demand' as const, orderKind: 'network', green: null, responseDue: null },
  };
}
