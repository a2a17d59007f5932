import { setImmediate as pause } from 'node:timers/promises';
import type { FoundPerson } from '#contract/privacy.ts';
import { maskedNumber } from '../conversation/mask-number.ts';
import type { WriteHandle } from '../db/open.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import { digitsOf, nameKey } from '../records/record.ts';
import { findRecords } from '../records/record-repo.ts';
import { findMerged, subjectsOf } from '../work-orders/work-order-repo.ts';
import { nothingOf } from './find-rehearsed.ts';
import { type Matter, mattersOfSubject, orderIds } from './matters-repo.ts';
import type { Asked } from './mentions.ts';

/** Orders opened between two turns of the core. */
const AT_ONCE = 100;
const MOST_RECORDS = 500;
const everything = {
  seenBy: null,
  personId: null,
  kind: null,
  scene: null,
  state: null,
  outcome: null,
  fromMs: null,
  toMs: null,
  after: null,
  limit: MOST_RECORDS,
} as const;

/** Everybody whose number or name fits, each with what stands under their id; the one with the latest matter first. */
export async function findPeople(db: WriteHandle, seal: FieldSealer, asked: Asked): Promise<FoundPerson[]> {
  const number = digitsOf(asked.number);
  const name = nameKey(asked.name);
  const shown = new Map<string, string>();
  const records = [
    ...(number === '' ? [] : findRecords(db, seal, { ...everything, number, name: null })),
    ...(name === '' ? [] : findRecords(db, seal, { ...everything, number: null, name: asked.name })),
  ];
  for (const { customerId, customerShown } of records) if (!shown.has(customerId)) shown.set(customerId, customerShown);
  for (const [index, id] of orderIds(db).entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await pause();
    const order = findMerged(db, seal, id)?.order;
    const [customerId] = subjectsOf(db, id);
    if (!order || customerId === undefined || shown.has(customerId)) continue;
    const fits =
      (number !== '' && digitsOf(order.customerNumber ?? '') === number) ||
      (name !== '' && nameKey(order.customerName ?? '') === name);
    if (fits)
      shown.set(
        customerId,
        [order.customerName ?? '', maskedNumber(order.customerNumber ?? '')].filter((part) => part !== '').join(' '),
      );
  }
  return [...shown]
    .map(([subjectId, text]) => personOf(subjectId, text, mattersOfSubject(db, subjectId)))
    .toSorted((one, other) => latest(other) - latest(one));
}

export const isOpen = ({ endedAtMs }: Matter): boolean => endedAtMs === null;

function personOf(subjectId: string, shown: string, matters: readonly Matter[]): FoundPerson {
  const span = (what: Matter['what']): FoundPerson['conversations'] => {
    const times = matters.filter((matter) => matter.what === what).map(({ startedAtMs }) => startedAtMs);
    return { count: times.length, firstAtMs: times[0] ?? null, lastAtMs: times.at(-1) ?? null };
  };
  return {
    ...nothingOf(subjectId, shown),
    conversations: span('conversation'),
    specialCalls: span('specialCall'),
    workOrders: span('workOrder'),
    open: matters.filter(isOpen).map(({ what, label }) => ({ what, label })),
  };
}

const latest = ({ conversations, specialCalls, workOrders }: FoundPerson): number =>
  Math.max(conversations.lastAtMs ?? 0, specialCalls.lastAtMs ?? 0, workOrders.lastAtMs ?? 0);
