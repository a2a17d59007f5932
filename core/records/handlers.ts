import { implement } from '@orpc/server';
import type { Person } from '#contract/people.ts';
import { NUMBER_SHOWN_MS, numberShown, recordsContract } from '#contract/records.ts';
import type { Language } from '#contract/vocabulary.ts';
import { type CallContext, requirePerson, requireRole } from '../call-context.ts';
import { findConversation, readDefinition } from '../conversation/conversation-repo.ts';
import type { WriteHandle } from '../db/open.ts';
import { offsetMs } from '../deadlines/zone-offset.ts';
import type { Journal } from '../journal/journal.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { listPeople, nameOfPerson } from '../people/people-repo.ts';
import { readSettings } from '../settings/settings-repo.ts';
import { findSpecialCall, readCallDefinition } from '../special-calls/special-call-repo.ts';
import { listLooks } from './number-look-repo.ts';
import { digitsOf } from './record.ts';
import { findRecord, findRecords, type RecordRow, recordChoices } from './record-repo.ts';
import { recordSummary } from './record-summary.ts';
import { numbersOfConversation, numbersOfSpecialCall } from './whole-numbers.ts';

const LEADING: readonly Person['role'][] = ['lead', 'administrator'];
const DAY_MS = 86_400_000;
/** What a number is called that belongs to the customer and to no field. */
const customerNumber: Record<Language, string> = { 'zh-CN': '客户号码', en: 'Customer' };

export interface RecordsDeps {
  db: WriteHandle;
  journal: Journal;
  timeZone: string;
  catalogue: Catalogue;
}

export function recordsHandlers({ db, journal, timeZone, catalogue }: RecordsDeps) {
  const os = implement(recordsContract).$context<CallContext>();
  const seal = journal.fields;
  const nameOf = (personId: string | null) => (personId === null ? '' : (nameOfPerson(db, seal, personId) ?? ''));
  /** Agents see their own and what was handed to them; leads see the desk's. */
  const seenBy = (person: Person) => (LEADING.includes(person.role) ? null : person.id);
  const some = (text: string | undefined) => (text === undefined || text === '' ? null : text);

  const wholeNumbers = (row: RecordRow, person: Person) => {
    if (row.kind === 'conversation') {
      const state = findConversation(db, seal, row.id);
      const definition = state && readDefinition(db, state.definitionHash);
      return definition
        ? numbersOfConversation(state, definition, customerNumber[readSettings(db, person.id).language])
        : [];
    }
    const run = findSpecialCall(db, seal, row.id);
    const call = run && readCallDefinition(db, run.definitionHash);
    return call ? numbersOfSpecialCall(run, call) : [];
  };

  return os.router({
    find: os.find.handler(({ input, context }) => {
      const person = requirePerson(context);
      const number = digitsOf(input.number ?? '');
      const rows = findRecords(db, seal, {
        seenBy: seenBy(person),
        personId: some(input.personId),
        name: some(input.name),
        number: some(number),
        kind: input.kind ?? null,
        scene: some(input.scene),
        state: input.state ?? null,
        outcome: some(input.outcome),
        fromMs: input.fromDay === undefined ? null : dayBegins(input.fromDay, timeZone),
        toMs: input.toDay === undefined ? null : dayBegins(input.toDay, timeZone, 1),
        after: input.after ?? null,
        limit: input.limit + 1,
      });
      const page = rows.slice(0, input.limit);
      const next = rows.length > input.limit ? (page.at(-1)?.place ?? null) : null;
      return { rows: page.map((row) => recordSummary(row, nameOf)), next };
    }),
    choices: os.choices.handler(({ context }) => {
      const person = requirePerson(context);
      const { scenes, outcomes } = recordChoices(db, seenBy(person));
      return {
        scenes: scenes.map(({ scene, entryId }) => ({
          id: scene,
          label: catalogue.sceneLabel(catalogue.find(entryId)?.packId ?? '', scene),
        })),
        outcomes: [...outcomes],
        people: seenBy(person) === null ? listPeople(db, seal).map(({ id, name }) => ({ id, name })) : [],
      };
    }),
    showNumber: os.showNumber.handler(({ input, context, errors }) => {
      const person = requirePerson(context);
      const row = findRecord(db, seal, input.recordId, seenBy(person));
      if (!row) throw errors.notFound({ data: { what: 'record', id: input.recordId } });
      const numbers = wholeNumbers(row, person);
      // First it stands in the journal that somebody looked, only then are they shown.
      journal.transaction(person.id, (tx) =>
        tx.append(numberShown, { recordId: row.id, kind: row.kind, reason: input.reason }, [row.customerId, row.id]),
      );
      return { numbers, hideAfterMs: NUMBER_SHOWN_MS };
    }),
    looks: os.looks.handler(({ input, context }) => {
      requireRole(context, LEADING);
      return listLooks(db, seal, input.recordId ?? null, input.limit).map((look) => {
        const row = findRecord(db, seal, look.recordId, null);
        return {
          eventId: look.eventId,
          recordId: look.recordId,
          title: row?.title ?? '',
          customerShown: row?.customerShown ?? '',
          personName: nameOf(look.personId),
          reason: look.reason,
          atMs: look.atMs,
        };
      });
    }),
  });
}

/** The first moment of a calendar day of the site, `days` later. */
function dayBegins(day: string, timeZone: string, days = 0): number {
  const wall = Date.parse(`${day}T00:00:00Z`) + days * DAY_MS;
  return wall - offsetMs(wall - offsetMs(wall, timeZone), timeZone);
}
