import { lintNoted, searchAnswered, talkCounted } from '#contract/insight/events.ts';
import { lineCopied, lineSaid } from '#contract/library.ts';
import { rehearsalScored } from '#contract/rehearsal/events.ts';
import { limitTold, orderEvents, workOrderOpened } from '#contract/work-orders/events.ts';
import type { OpenEvent } from '#core/journal/event.ts';

const DAY_MS = 86_400_000;
const CHINA_MS = 28_800_000;

/** Which events are asked for; days of China, `yyyy-MM-dd`. */
export interface PlainAsk {
  readonly from: string;
  readonly to: string;
  readonly personId?: string;
  readonly installId?: string;
}

/**
 * The same figures as readFigures, the plain way: over every opened event, without a sum kept anywhere. Written for the test
 * alone, so that a mistake of one is not a mistake of both.
 */
export function plainFigures(events: readonly OpenEvent[], ask: PlainAsk) {
  const dayOf = (atMs: number) => new Date(atMs + CHINA_MS).toISOString().slice(0, 10);
  const within = (atMs: number) => dayOf(atMs) >= ask.from && dayOf(atMs) <= ask.to;
  const by = (personId: string | null, installId: string) =>
    (ask.personId === undefined || personId === ask.personId) &&
    (ask.installId === undefined || installId === ask.installId);
  const mine = (one: OpenEvent) => within(one.atMs) && by(one.personId, one.installId);
  const of = <Payload>(declaration: { kind: string; payload: { parse(value: unknown): Payload } }) =>
    events
      .filter((one) => one.kind === declaration.kind && mine(one))
      .map((one) => declaration.payload.parse(one.payload));

  const talks = events
    .filter(({ kind }) => kind === talkCounted.kind)
    .map((one) => ({ ...talkCounted.payload.parse(one.payload), installId: one.installId }))
    .filter((talk) => within(talk.endedAtMs) && by(talk.ownerId, talk.installId));
  const finished = talks.filter(({ brokenOff }) => brokenOff === null);
  const answered = events.filter((one) => one.kind === searchAnswered.kind && mine(one));
  const answers = (how: string) =>
    answered
      .map((one) => ({ day: dayOf(one.atMs), ...searchAnswered.payload.parse(one.payload) }))
      .filter((one) => one.how === how);
  const tables = finished.flatMap((talk) => talk.tables.map((table) => ({ ...table, talk })));
  const drafted = events.filter((one) => one.kind === workOrderOpened.kind && mine(one));
  const about = (kind: string, test: (payload: never) => boolean) => {
    const ids = events
      .filter((one) => one.kind === kind && test(one.payload as never))
      .map(({ payload }) => (payload as { workOrderId: string }).workOrderId);
    return new Set(ids);
  };
  const late = about(
    limitTold.kind,
    ({ moment, limit }: { moment: string; limit: string }) =>
      moment === 'atLimit' && (limit === 'reply' || limit === 'response'),
  );
  const reopened = about(orderEvents.reopen.kind, () => true);
  const orders = drafted.map(({ payload }) => payload as { workOrderId: string; category: string });
  const lastCallback = (id: string) =>
    events
      .filter(
        ({ kind, payload }) =>
          kind === orderEvents.callBack.kind && (payload as { workOrderId: string }).workOrderId === id,
      )
      .sort((a, b) => a.atMs - b.atMs)
      .map(({ payload }) => (payload as { result: string }).result)
      .at(-1);
  const norms = of(rehearsalScored).flatMap((run) => Object.entries(run.norms));

  return {
    copied: tally(of(lineCopied).map(({ entryId }) => hidden(entryId))),
    said: tally(of(lineSaid).map(({ entryId }) => hidden(entryId))),
    failed: events.filter((one) => one.kind === 'search.failed' && mine(one)).length,
    speed: {
      copied: {
        times: answers('copied').length,
        medianMs: medianIn(
          answers('copied').map(({ ms }) => ms),
          100,
          600,
        ),
      },
      said: {
        times: answers('said').length,
        medianMs: medianIn(
          answers('said').map(({ ms }) => ms),
          100,
          600,
        ),
      },
      days: [...new Set(answered.map(({ atMs }) => dayOf(atMs)))].sort().map((day) => {
        const on = (how: string) =>
          answers(how)
            .filter((one) => one.day === day)
            .map(({ ms }) => ms);
        return { day, copiedMs: medianIn(on('copied'), 100, 600), saidMs: medianIn(on('said'), 100, 600) };
      }),
    },
    stages: (['accept', 'clarify', 'resolve', 'followUp'] as const).map((stage) => {
      const times = finished.flatMap((talk) => talk.stages[stage] ?? []);
      return { stage, times: times.length, medianMs: medianIn(times, 5_000, 1_440) };
    }),
    funnel: {
      started: tally(tables.map(({ tableId }) => tableId)),
      cleared: tally(tables.filter((one) => one.cleared).map(({ tableId }) => tableId)),
      explained: tally(tables.filter((one) => one.explained).map(({ tableId }) => tableId)),
      accepted: tally(tables.filter((one) => one.accepted).map(({ tableId }) => tableId)),
      escalated: tally(tables.filter((one) => !one.accepted && one.talk.handedOver).map(({ tableId }) => tableId)),
      order: tally(
        tables
          .filter((one) => !one.accepted && !one.talk.handedOver && one.talk.workOrder)
          .map(({ tableId }) => tableId),
      ),
    },
    outcomes: tally(finished.flatMap(({ flowId, outcome }) => (outcome === null ? [] : [`${flowId}|${outcome}`]))),
    brokenOff: talks.length - finished.length,
    finished: finished.length,
    resolved: finished.filter(({ firstContact }) => firstContact).length,
    repeats: finished.filter(({ repeatAfterDays }) => repeatAfterDays !== null && repeatAfterDays <= 30).length,
    orders: tally(orders.map(({ category }) => category)),
    late: tally(orders.filter(({ workOrderId }) => late.has(workOrderId)).map(({ category }) => category)),
    reopened: orders.filter(({ workOrderId }) => reopened.has(workOrderId)).length,
    callbacks: tally(orders.flatMap(({ workOrderId }) => lastCallback(workOrderId) ?? [])),
    hits: tally(
      of(lintNoted)
        .filter(({ what }) => what === 'hit')
        .map(({ ruleId }) => ruleId),
    ),
    mended: tally(
      of(lintNoted)
        .filter(({ what }) => what === 'mended')
        .map(({ ruleId }) => ruleId),
    ),
    norms: tally(norms.map(([norm]) => norm)),
    normTotals: norms.reduce((sum, [, percent]) => sum + percent, 0),
  };
}

const hidden = (entryId: string): string => (entryId.startsWith('personal/') ? 'personal/' : entryId);

export function tally(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of [...keys].sort()) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

/** The lower middle value, cut off to steps. */
function medianIn(values: readonly number[], step: number, most: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.ceil(sorted.length / 2) - 1];
  return middle === undefined ? null : Math.min(most, Math.floor(middle / step)) * step;
}

export const dayNumberOf = (text: string): number => Date.parse(`${text}T00:00:00Z`) / DAY_MS;
