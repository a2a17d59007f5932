import {
  conversationFinished,
  noteWritten,
  questionRevisited,
  steppedBack,
  stepUndone,
} from '#contract/conversation/events.ts';
import { drillSlipped } from '#contract/drill.ts';
import { searchFailed } from '#contract/search-failures.ts';
import type { Clock } from '../clock.ts';
import { findConversation, readDefinition } from '../conversation/conversation-repo.ts';
import type { ReadHandle } from '../db/open.ts';
import type { StoredEvent } from '../journal/event.ts';
import type { Journal } from '../journal/journal.ts';
import type { Catalogue } from '../library/catalogue.ts';
import type { Lint } from '../lint/create-lint.ts';
import type { Logger } from '../logger.ts';
import { siteTime } from '../site-time.ts';
import { learnsFromWork, slipsUpTo } from './drill-repo.ts';
import type { Slip } from './slip-cards.ts';
import { withoutPersons } from './without-persons.ts';

interface FollowDeps {
  readonly db: ReadHandle;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly timeZone: string;
  readonly catalogue: Catalogue;
}

type Seen = Pick<Slip, 'sort' | 'entryId' | 'detail'>;
const REMEMBERED = 200;

/**
 * Notes the slips of people who want to learn from their work, each matter once a day. Only wording of the library is kept, and
 * what was looked for in vain, without what may name a person; nothing is kept of those who have not said yes.
 */
export function followSlips({ db, journal, clock, logger, timeZone, catalogue }: FollowDeps): () => void {
  let checking: { forbidden: Catalogue['forbidden']; lint: Promise<Lint> } | null = null;

  async function slipsIn({ kind, payload }: StoredEvent): Promise<Seen[]> {
    if (kind === searchFailed.kind) {
      const { text, end } = searchFailed.payload.parse(payload);
      const detail = withoutPersons(text);
      return detail === '' ? [] : [{ sort: 'search', entryId: end.how === 'givenUp' ? null : end.entryId, detail }];
    }
    if (kind === questionRevisited.kind) {
      const { tableId, nodeId } = questionRevisited.payload.parse(payload);
      return [{ sort: 'branch', entryId: tableId, detail: nodeId }];
    }
    if (kind === stepUndone.kind) {
      const { conversationId, what } = stepUndone.payload.parse(payload);
      const asked = what === 'questionAnswered' ? openQuestion(conversationId) : null;
      return asked === null ? [] : [{ sort: 'branch', ...asked }];
    }
    if (kind === steppedBack.kind) {
      const { conversationId, to } = steppedBack.payload.parse(payload);
      return [{ sort: 'gate', entryId: flowOf(conversationId), detail: to }];
    }
    if (kind === noteWritten.kind) return await wordingIn(noteWritten.payload.parse(payload).text);
    return await wordingIn(conversationFinished.payload.parse(payload).summary);
  }

  /** The question somebody stands at again after an answer was taken back. */
  function openQuestion(conversationId: string): Pick<Slip, 'entryId' | 'detail'> | null {
    const talk = findConversation(db, journal.fields, conversationId);
    const walk = talk?.tables.find(({ tableId }) => tableId === talk.activeTable);
    return walk ? { entryId: walk.tableId, detail: walk.at } : null;
  }

  function flowOf(conversationId: string): string | null {
    const talk = findConversation(db, journal.fields, conversationId);
    return (talk && readDefinition(db, talk.definitionHash)?.flow.id) ?? null;
  }

  async function wordingIn(text: string): Promise<Seen[]> {
    const { forbidden } = catalogue;
    if (checking?.forbidden !== forbidden) {
      const lint = import('../lint/create-lint.ts').then(({ createLint }) => createLint(forbidden));
      checking = { forbidden, lint };
    }
    // The phrase of the library stands for what was written: the note itself may name somebody.
    const jargonIsFine = ({ forbiddenClass }: { forbiddenClass: string }) => forbiddenClass !== 'jargon';
    return (await checking.lint)
      .check(text)
      .filter(jargonIsFine)
      .map(({ ruleId }) => ({ sort: 'wording', entryId: ruleId, detail: '' }));
  }

  async function follow(event: StoredEvent): Promise<void> {
    const { personId } = event;
    if (personId === null || !learnsFromWork(db, personId)) return;
    const seen = await slipsIn(event);
    const { day } = siteTime(clock.nowMs(), timeZone);
    const today = slipsUpTo(db, journal.fields, personId, day, REMEMBERED).filter((slip) => slip.day === day);
    const known = new Set(today.map(keyOf));
    for (const slip of seen) {
      if (known.has(keyOf(slip))) continue;
      known.add(keyOf(slip));
      journal.transaction(personId, (tx) => tx.append(drillSlipped, { ...slip, day }, [personId]));
    }
  }

  const kinds: ReadonlySet<string> = new Set([
    searchFailed.kind,
    questionRevisited.kind,
    stepUndone.kind,
    steppedBack.kind,
    noteWritten.kind,
    conversationFinished.kind,
  ]);
  return journal.onCommitted((events) => {
    for (const event of events) {
      if (!kinds.has(event.kind)) continue;
      // The commit that is told of must be over before the next one begins; a slip that is not noted harms no work.
      queueMicrotask(() => void follow(event).catch((error: unknown) => logger.error('a slip was not noted', error)));
    }
  });
}

const keyOf = ({ sort, entryId, detail }: Seen): string => `${sort} ${entryId} ${detail}`;
