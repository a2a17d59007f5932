import { implement, ORPCError } from '@orpc/server';
import {
  type AlertLevel,
  type AlertView,
  alertAcknowledged,
  alertEnded,
  alertLinesFilled,
  alertsContract,
  alertTold,
} from '#contract/alerts.ts';
import { lineCopied } from '#contract/library.ts';
import type { Person } from '#contract/people.ts';
import { type CallContext, requirePerson, requireRole } from '../call-context.ts';
import type { Clock } from '../clock.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Ids } from '../ids.ts';
import type { Journal } from '../journal/journal.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { nameOfPerson } from '../people/people-repo.ts';
import { findMerged, subjectsOf } from '../work-orders/work-order-repo.ts';
import { type Alert, findAlert, listAlerts } from './alert-repo.ts';
import { alertRules } from './alert-rules.ts';
import { noticeGaps, noticeLines, noticeWordings } from './notice-lines.ts';
import { raiseAlert } from './raise-alert.ts';

export interface AlertsDeps {
  db: WriteHandle;
  journal: Journal;
  clock: Clock;
  ids: Ids;
  catalogue: Catalogue;
}

const ACTING: readonly Person['role'][] = ['agent', 'handler', 'lead', 'reviewer', 'administrator'];
const LEADING: readonly Person['role'][] = ['lead', 'administrator'];
const WEEK_MS = 7 * 86_400_000;
const loudness: Record<AlertLevel, number> = { major: 0, serious: 1, attention: 2 };

export function alertsHandlers({ db, journal, clock, ids, catalogue }: AlertsDeps) {
  const os = implement(alertsContract).$context<CallContext>();
  const nameOf = (personId: string | null): string =>
    personId === null ? '' : (nameOfPerson(db, journal.fields, personId) ?? '');

  function show(alert: Alert, person: Person | null): AlertView {
    const marked = (mark: string) => alert.marks.filter((one) => one.mark === mark);
    const order = alert.workOrderId === null ? null : findMerged(db, journal.fields, alert.workOrderId)?.order;
    return {
      id: alert.id,
      alertKind: alert.alertKind,
      level: alert.level,
      text: alert.text,
      raisedAtMs: alert.raisedAtMs,
      raisedBy: nameOf(alert.personId),
      workOrderId: alert.workOrderId,
      workOrderNumber: order?.number ?? null,
      tell: alert.tell.map(({ post, dueAtMs }) => {
        const told = marked('told').find((one) => one.post === post);
        return { post, dueAtMs, toldAtMs: told?.atMs ?? null, toldBy: nameOf(told?.personId ?? null) };
      }),
      acknowledged: marked('acknowledged').map(({ personId, atMs }) => ({ personName: nameOf(personId), atMs })),
      acknowledgedByMe: marked('acknowledged').some(({ personId }) => personId === person?.id),
      endedAtMs: marked('ended')[0]?.atMs ?? null,
      noticeLines: noticeLines(catalogue, alert.lines, alert.values),
      gaps: noticeGaps(catalogue, alert.lines, alert.values),
      mayFill: person !== null && LEADING.includes(person.role),
    };
  }

  function look(alertId: string): Alert {
    const alert = findAlert(db, journal.fields, alertId);
    if (!alert) throw notFound(alertId);
    return alert;
  }

  /** Whatever is said about an alert goes when its order does, or when the alert itself does. */
  const subjectsIn = ({ id, workOrderId }: Alert): string[] => [
    ...(workOrderId === null ? [] : subjectsOf(db, workOrderId)),
    id,
  ];

  return os.router({
    list: os.list.handler(({ input, context }) => {
      const endedSinceMs = input.ended ? clock.nowMs() - WEEK_MS : Number.MAX_SAFE_INTEGER;
      return listAlerts(db, journal.fields, endedSinceMs)
        .map((alert) => show(alert, context.person()))
        .sort((one, other) => loudness[one.level] - loudness[other.level]);
    }),
    raise: os.raise.handler(({ input, context }) => {
      const person = requireRole(context, ACTING);
      const alertId = journal.transaction(person.id, (tx) =>
        raiseAlert(tx, { ids, atMs: clock.nowMs() }, { ...input, workOrderId: null }, []),
      );
      return show(look(alertId), person);
    }),
    gapsOf: os.gapsOf.handler(({ input }) => noticeGaps(catalogue, alertRules[input.alertKind].lines, {})),
    fill: os.fill.handler(({ input, context }) => {
      const person = requireRole(context, LEADING);
      const alert = look(input.alertId);
      const values = { ...alert.values, ...input.values };
      journal.transaction(person.id, (tx) =>
        tx.append(alertLinesFilled, { alertId: alert.id, values }, subjectsIn(alert)),
      );
      return show(look(alert.id), person);
    }),
    copyLine: os.copyLine.handler(({ input, context, errors }) => {
      const person = requirePerson(context);
      const alert = look(input.alertId);
      const wording = noticeWordings(catalogue, alert.lines, alert.values).find(
        ({ entry }) => entry.id === input.entryId,
      );
      const released = wording && catalogue.find(wording.entry.id);
      if (!wording || !released) throw notFound(input.entryId);
      const { entry, variant, text, missing } = wording;
      if (missing.length > 0) throw errors.variablesMissing({ data: { names: [...missing] } });
      const { entryHash } = released;
      const recorded = { entryId: entry.id, version: entry.provenance.version, entryHash, variant, text };
      journal.transaction(person.id, (tx) =>
        tx.append(lineCopied, { ...recorded, channel: null, conversationId: null, searchText: '' }),
      );
      return { text };
    }),
    acknowledge: os.acknowledge.handler(({ input, context }) => {
      const person = requirePerson(context);
      const alert = look(input.alertId);
      if (!alert.marks.some(({ mark, personId }) => mark === 'acknowledged' && personId === person.id)) {
        journal.transaction(person.id, (tx) => tx.append(alertAcknowledged, { alertId: alert.id }, subjectsIn(alert)));
      }
      return show(look(alert.id), person);
    }),
    recordTold: os.recordTold.handler(({ input, context }) => {
      const person = requireRole(context, ACTING);
      const alert = look(input.alertId);
      if (!alert.tell.some(({ post }) => post === input.post)) throw notFound(input.post);
      if (!alert.marks.some(({ mark, post }) => mark === 'told' && post === input.post)) {
        journal.transaction(person.id, (tx) =>
          tx.append(alertTold, { alertId: alert.id, post: input.post }, subjectsIn(alert)),
        );
      }
      return show(look(alert.id), person);
    }),
    end: os.end.handler(({ input, context }) => {
      const person = requireRole(context, LEADING);
      const alert = look(input.alertId);
      if (!alert.marks.some(({ mark }) => mark === 'ended')) {
        journal.transaction(person.id, (tx) =>
          tx.append(alertEnded, { alertId: alert.id, text: input.text }, subjectsIn(alert)),
        );
      }
      return show(look(alert.id), person);
    }),
  });
}

function notFound(id: string): ORPCError<string, unknown> {
  return new ORPCError('notFound', { defined: true, data: { what: 'alert', id } });
}
