import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createFieldSealer } from '#core/journal/field-sealer.ts';
import { createEventSealer } from '#core/journal/sealing.ts';

/** Every sealed column with the names under which it was sealed; a new one fails the test until it stands here. */
const PLACES: Readonly<Record<string, (row: Record<string, unknown>) => string>> = {
  'people.name_sealed': (row) => `people.name:${row['person_id']}`,
  'conversation.conversation_sealed': (row) => `conversation.conversation_sealed:${row['conversation_id']}`,
  'special_call.special_call_sealed': (row) => `special_call.special_call_sealed:${row['special_call_id']}`,
  'record.shown_sealed': (row) => `record.shown_sealed:${row['record_id']}`,
  'number_look.reason_sealed': (row) => `number_look.reason_sealed:${row['event_id']}`,
  'work_order.order_sealed': (row) => `work_order.order_sealed:${row['work_order_id']}`,
  'work_order.merged_sealed': (row) => `work_order.merged_sealed:${row['work_order_id']}`,
  'work_order.promise_sealed': (row) => `work_order.promise_sealed:${row['work_order_id']}`,
  'work_order_entry.payload_sealed': (row) => `work_order_entry.payload_sealed:${row['event_id']}`,
  'search_failure.failure_sealed': (row) => `search_failure.failure_sealed:${row['event_id']}`,
  'missing_report.text_sealed': (row) => `missing_report.text_sealed:${row['event_id']}`,
  'alert_values.values_sealed': (row) => `alert_values.values_sealed:${row['alert_id']}`,
  'incident.incident_sealed': (row) => `incident.incident_sealed:${row['incident_id']}`,
  'incident_mark.detail_sealed': (row) => `incident_mark.detail_sealed:${row['event_id']}`,
  'incident_use.text_sealed': (row) => `incident_use.text_sealed:${row['event_id']}`,
  'alert_mark.text_sealed': (row) => `alert_mark.text_sealed:${row['event_id']}`,
  'rehearsal_role_play.note_sealed': (row) => `rehearsal_role_play.note_sealed:${row['role_play_id']}`,
  'alert.alert_sealed': (row) => `alert.alert_sealed:${row['alert_id']}`,
  'rehearsal_run.start_sealed': (row) => `rehearsal_run.start_sealed:${row['run_id']}`,
  'rehearsal_move.move_sealed': (row) => `rehearsal_move.move_sealed:${row['run_id']}:${row['place']}`,
  'promise_note.note_sealed': (row) => `promise_note.note_sealed:${row['event_id']}`,
  'personal_line.text_sealed': (row) => `personal_line.text:${row['entry_id']}`,
};

const columnsOf = (db: Database.Database): { table: string; column: string }[] =>
  db
    .prepare(
      `SELECT m.name AS "table", c.name AS "column" FROM sqlite_schema AS m, pragma_table_info(m.name) AS c
       WHERE m.type = 'table' AND c.name LIKE '%sealed%'`,
    )
    .all() as { table: string; column: string }[];

/** Everything that whoever has the data key reads in a database: payloads of all events, and all sealed columns. */
export function openedTexts(file: string, dataKey: Uint8Array): string[] {
  const db = new Database(file, { readonly: true });
  const events = createEventSealer(dataKey, () => new Uint8Array(12));
  const fields = createFieldSealer(dataKey);
  const texts: string[] = [];
  for (const table of ['journal', 'foreign_event']) {
    const rows = db.prepare(`SELECT payload, salt, hash FROM ${table} WHERE payload IS NOT NULL`).all();
    for (const { payload, salt, hash } of rows as Record<'payload' | 'salt' | 'hash', Uint8Array>[]) {
      texts.push(Buffer.from(events.open({ payload, salt }, hash).payload).toString('utf8'));
    }
  }
  for (const { table, column } of columnsOf(db)) {
    const rows = db.prepare(`SELECT * FROM "${table}" WHERE "${column}" IS NOT NULL`).all() as Record<
      string,
      unknown
    >[];
    const place = PLACES[`${table}.${column}`];
    for (const row of rows) {
      if (!place) throw new Error(`nothing here knows how ${table}.${column} is sealed`);
      texts.push(fields.open(row[column] as Uint8Array, place(row)));
    }
  }
  db.close();
  return texts;
}

/** Kinds of events of a journal that still have contents, each with whether all of them name a subject. */
export function kindsWithSubjects(file: string): { kind: string; named: boolean }[] {
  const db = new Database(file, { readonly: true });
  const rows = db
    .prepare(`SELECT kind, min(subject_ids <> '[]') AS named FROM journal WHERE payload IS NOT NULL GROUP BY kind`)
    .all() as { kind: string; named: number }[];
  db.close();
  return rows.map(({ kind, named }) => ({ kind, named: named === 1 }));
}

/** Every sealed value that stands in a database now, in hex, with where it stands. */
export function sealedValues(file: string): Map<string, string> {
  const db = new Database(file, { readonly: true });
  const values = new Map<string, string>();
  for (const { table, column } of [...columnsOf(db), { table: 'journal', column: 'payload' }]) {
    const rows = db.prepare(`SELECT hex("${column}") FROM "${table}" WHERE "${column}" IS NOT NULL`).pluck().all();
    for (const row of rows as string[]) values.set(row, `${table}.${column}`);
  }
  db.close();
  return values;
}

/** All files of a folder and of the folders in it, as they lie on the disk. */
export function filesUnder(folder: string): { name: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const name = join(entry.parentPath, entry.name);
      return { name, bytes: readFileSync(name) };
    });
}

/** Names of the files in which one of the words stands, in any of the ways that text is stored. */
export function filesWith(folder: string, words: readonly string[]): string[] {
  const needles = words.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')]);
  return filesUnder(folder)
    .filter(({ bytes }) => needles.some((needle) => bytes.includes(needle)))
    .map(({ name }) => name);
}

const FRAGMENT = 16;

/** Where in the files pieces of the sealed values still lie: file, place, and what it is a piece of. */
export function filesWithPieces(folder: string, values: ReadonlyMap<string, string>): string[] {
  const pieces = new Map<string, string>();
  for (const [value, what] of values) {
    const bytes = Buffer.from(value, 'hex');
    for (let at = 0; at + FRAGMENT <= bytes.length; at += FRAGMENT) {
      pieces.set(bytes.subarray(at, at + FRAGMENT).toString('latin1'), `${what}+${at}`);
    }
  }
  // Three bytes of each piece, as a table: one look a byte, and hardly ever a second one.
  const starts = new Uint8Array(1 << 24);
  for (const piece of pieces.keys()) starts[startAt(Buffer.from(piece, 'latin1'), 0)] = 1;
  const found: string[] = [];
  for (const { name, bytes } of filesUnder(folder)) {
    for (let at = 0; at + FRAGMENT <= bytes.length; at += 1) {
      if (starts[startAt(bytes, at)] !== 1) continue;
      const what = pieces.get(bytes.toString('latin1', at, at + FRAGMENT));
      if (what !== undefined) found.push(`${name} at ${at}: ${what}`);
    }
  }
  return found;
}

const startAt = (bytes: Buffer, at: number): number =>
  ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
