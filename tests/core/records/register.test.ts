import { expect, test } from 'vitest';
import type { Person } from '#contract/people.ts';
import { numberShown } from '#contract/records.ts';
import { defaultRules } from '#contract/site-rules.ts';
import { createConversationDesk } from '#core/conversation/conversation-desk.ts';
import { conversationProjection } from '#core/conversation/projection.ts';
import { migrations } from '#core/db/migrations/all-migrations.ts';
import { createCatalogue } from '#core/library/catalogue.ts';
import { projections } from '#core/projections.ts';
import { recordsProjection } from '#core/records/projection.ts';
import { findRecords } from '#core/records/record-repo.ts';
import { specialCallsProjection } from '#core/special-calls/projection.ts';
import { createSpecialCallDesk } from '#core/special-calls/special-call-desk.ts';
import { fixedIds } from '#tests/harness/fixed-ids.ts';
import { openJournal } from '#tests/harness/open-journal.ts';
import { shippedRelease } from '#tests/harness/shipped-release.ts';
import { tableDigest } from '#tests/harness/table-digest.ts';

const agent: Person = { id: 'person-1', name: '张敏', role: 'agent', hasPin: false, sample: true };
const tables = [...specialCallsProjection.tables, ...recordsProjection.tables];
const everybody = {
  seenBy: null,
  personId: null,
  name: null,
  number: null,
  kind: null,
  scene: null,
  state: null,
  outcome: null,
  fromMs: null,
  toMs: null,
  after: null,
  limit: 100,
} as const;

/** Two contacts of one day: a conversation and a rescue, both cut short, and somebody who looked at a number. */
function openRegister() {
  const opened = openJournal(undefined, {
    projections: [conversationProjection, specialCallsProjection, recordsProjection],
    prepare(db) {
      for (const { version, up } of migrations) if (version > 10) up(db);
    },
  });
  const { db, journal, clock } = opened;
  const parts = { db, journal, clock, ids: fixedIds(), catalogue: createCatalogue(shippedRelease()) };
  const talks = createConversationDesk({ ...parts, rules: () => defaultRules });
  const calls = createSpecialCallDesk({ ...parts, timeZone: 'Asia/Shanghai', site: () => defaultRules });
  const customer = { name: '王丽', title: '女士', number: '13812345678', tier: 'standard' } as const;
  const talk = talks.start(agent, { channel: 'phone', customer }).state;
  talks.step(agent, talk.id, { type: 'captureField', fieldId: 'matter', value: '信号不好' });
  talks.step(agent, talk.id, { type: 'breakOff', reason: 'customerLeft', summary: '先走了' });
  talks.step(agent, talk.id, { type: 'correct', text: '客户下午再来', reason: '记漏了' });
  const call = calls.start(agent, { entryId: 'special-calls/rescue', channel: 'phone' }).run;
  calls.step(agent, call.id, { type: 'capture', fieldId: 'caller', value: '周涛' });
  calls.step(agent, call.id, { type: 'capture', fieldId: 'contact', value: '13987654321' });
  calls.step(agent, call.id, { type: 'breakOff', reason: 'lineLost', summary: '断了' });
  journal.transaction(agent.id, (tx) =>
    tx.append(numberShown, { recordId: talk.id, kind: 'conversation', reason: '王丽要求核对' }, [talk.customerId]),
  );
  return { ...opened, talk, call };
}

test('the register is nothing but the journal: emptied and filled again it is the same, byte for byte', () => {
  const { db, journal } = openRegister();
  const before = tableDigest(db, tables);
  journal.rebuild();
  expect(tableDigest(db, tables)).toBe(before);
});

test('no name, number or reason stands open in it', () => {
  const { db } = openRegister();
  const bytes = Buffer.concat(
    tables
      .flatMap((table) => (db.prepare(`SELECT * FROM ${table}`).raw().all() as unknown[][]).flat())
      .map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell) : Buffer.from(String(cell)))),
  );
  for (const secret of ['王丽', '王女士', '周涛', '2345678', '7654321', '核对'])
    expect(bytes.includes(secret)).toBe(false);
});

test('whoever is erased is in no list any more and found by nothing', () => {
  const { db, journal, talk, call } = openRegister();
  const find = (more: Partial<Record<'number' | 'name', string>>) =>
    findRecords(db, journal.fields, { ...everybody, ...more }).map(({ id }) => id);
  expect(find({})).toEqual([call.id, talk.id]);
  journal.erase(agent.id, talk.customerId, '客户要求');
  expect(find({})).toEqual([call.id]);
  expect(find({ number: '13812345678' })).toEqual([]);
  expect(find({ name: '王' })).toEqual([]);
  // That somebody looked stays known, without whose number it was and why.
  expect(db.prepare('SELECT record_id FROM number_look').pluck().all()).toEqual(['']);
});

test('the register stands behind the projections it registers', () => {
  const at = (name: string) => projections.findIndex((one) => one.name === name);
  expect(at(recordsProjection.name)).toBeGreaterThan(at(conversationProjection.name));
  expect(at(recordsProjection.name)).toBeGreaterThan(at(specialCallsProjection.name));
});
