import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  actionTicked,
  conversationFinished,
  conversationStarted,
  customerNoted,
  definitionPinned,
  fieldCaptured,
  noteWritten,
  promiseMade,
  questionAnswered,
  stageAdvanced,
  tableStarted,
} from '#contract/conversation/events.ts';
import { lineCopied, lineSaid } from '#contract/library.ts';
import type { Journal, JournalTransaction } from '#core/journal/journal.ts';
import { canonicalBytes } from '#ledger/canonical.ts';
import { compileRelease } from '#tools/content/compile.ts';
import { loadLibrary } from '#tools/content/load.ts';
import { PROJECT_ROOT } from '#tools/runtime/provision.ts';

const PERSON = 'person-1';
const TEXT = '您好，您反映的室内没有信号的情况我已经记下来了，我先帮您查一下附近的基站，请您稍等一下。';
const STAGES = ['accept', 'clarify', 'resolve', 'followUp'] as const;

/** Events as a desk writes them: contacts from start to end, with lines said and copied in between; all projections take part. */
export function writeShift(journal: Journal, events: number): void {
  const { release } = compileRelease(loadLibrary(join(PROJECT_ROOT, 'scripts-library')));
  const entries = release.entries.map(({ entry }) => entry);
  const flow = entries.find((entry) => entry.kind === 'flow');
  if (flow?.kind !== 'flow') throw new Error('the library has no flow');
  const ids = new Set(flow.stages.flatMap((stage) => stage.tables));
  const tables = entries.filter((entry) => entry.kind === 'decisionTable').filter(({ id }) => ids.has(id));
  const definition = { flow, tables };
  const definitionHash = createHash('sha256').update(canonicalBytes(definition)).digest('hex');
  const pinned = { definitionHash, releaseVersion: release.version, definition };
  journal.transaction(PERSON, (tx) => tx.append(definitionPinned, pinned));
  const fields = flow.stages.flatMap((stage) => stage.fields.map(({ id }) => id)).slice(0, 6);
  const actions = flow.stages.flatMap(({ stage, required }) => required.map(({ id }) => ({ stage, actionId: id })));
  for (let contact = 0; journal.head().seq < events; contact += 1) {
    journal.transaction(PERSON, (tx) => writeContact(tx, contact, { pinned, fields, actions: actions.slice(0, 8) }));
  }
}

interface Led {
  readonly pinned: { definitionHash: string; releaseVersion: string; definition: { flow: { id: string } } };
  readonly fields: readonly string[];
  readonly actions: readonly { stage: (typeof STAGES)[number]; actionId: string }[];
}

/** Some thirty events about one customer. */
function writeContact(tx: JournalTransaction, contact: number, { pinned, fields, actions }: Led): void {
  const conversationId = `conversation-${contact}`;
  const customerId = `customer-${contact}`;
  const about = [customerId, conversationId];
  const customer = {
    name: '王丽',
    title: '女士',
    number: `138${String(10_000_000 + contact)}`,
    tier: 'standard',
  } as const;
  const { definitionHash, releaseVersion, definition } = pinned;
  const said = { entryHash: 'f'.repeat(64), channel: 'phone', conversationId, searchText: '没信号' } as const;
  const line = { entryId: 'telecom/no-coverage', version: 1, variant: 'standard', text: TEXT, ...said } as const;
  tx.append(
    conversationStarted,
    {
      ...{ conversationId, customerId, definitionHash, releaseVersion, customer },
      ...{ flowId: definition.flow.id, flowVersion: 1, channel: 'phone', scene: 'complaint', role: 'agent' },
    },
    about,
  );
  tx.append(customerNoted, { conversationId, customer }, about);
  for (const fieldId of fields) tx.append(fieldCaptured, { conversationId, fieldId, value: TEXT.slice(0, 20) }, about);
  tx.append(lineSaid, line);
  tx.append(lineCopied, line);
  tx.append(tableStarted, { conversationId, tableId: 'table', at: 'first' }, about);
  for (const nodeId of ['first', 'second', 'third']) {
    tx.append(
      questionAnswered,
      { conversationId, tableId: 'table', nodeId, answerId: 'yes', to: `${nodeId}-next` },
      about,
    );
  }
  for (const action of actions) tx.append(actionTicked, { conversationId, ...action }, about);
  for (const [at, to] of STAGES.slice(1).entries()) {
    tx.append(stageAdvanced, { conversationId, from: STAGES[at] ?? 'accept', to }, about);
    tx.append(lineSaid, line);
  }
  tx.append(noteWritten, { conversationId, text: TEXT }, about);
  tx.append(promiseMade, { conversationId, text: '今晚八点前', dueAtMs: 1_790_000_000_000 }, about);
  tx.append(conversationFinished, { conversationId, summary: TEXT.repeat(2) }, about);
}
