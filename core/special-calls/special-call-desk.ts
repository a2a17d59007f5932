import { ORPCError } from '@orpc/server';
import type { EventDeclaration } from '#contract/declare-event.ts';
import type { SpecialCall } from '#contract/library/special-call.ts';
import type { Person } from '#contract/people.ts';
import { specialCallDefinitionPinned, specialCallStarted } from '#contract/special-calls/events.ts';
import type { Channel } from '#contract/vocabulary.ts';
import type { Clock } from '../clock.ts';
import { findConversation } from '../conversation/conversation-repo.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Ids } from '../ids.ts';
import type { Journal, JournalTransaction } from '../journal/journal.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { callEvents } from './call-event.ts';
import type { CallInput, CallRefused } from './call-input.ts';
import { advanceCall } from './decide-call.ts';
import { callHash, findCall } from './offered-calls.ts';
import type { SiteCallRules } from './read-back-rule.ts';
import { findRunningCall, findSpecialCall, hasCallDefinition, readCallDefinition } from './special-call-repo.ts';
import type { SpecialCallRun } from './special-call-run.ts';

export interface SpecialCallsDeps {
  db: WriteHandle;
  journal: Journal;
  clock: Clock;
  ids: Ids;
  timeZone: string;
  catalogue: Catalogue;
  /** The rules of the site as they are set now. */
  site(): SiteCallRules;
}

export interface LoadedCall {
  readonly run: SpecialCallRun;
  readonly call: SpecialCall;
}

export interface CallStart {
  readonly entryId: string;
  readonly channel: Channel;
  readonly conversationId?: string | undefined;
  readonly followsId?: string | undefined;
}

/** Special calls as they are stored: loading, starting and stepping, each one transaction. Throws the contract's failures. */
export function createSpecialCallDesk({ db, journal, clock, ids, catalogue, site }: SpecialCallsDeps) {
  const definitions = new Map<string, SpecialCall>();

  function withDefinition(run: SpecialCallRun): LoadedCall {
    const call = definitions.get(run.definitionHash) ?? readCallDefinition(db, run.definitionHash);
    if (!call) throw new Error(`the definition ${run.definitionHash} of a special call is missing`);
    definitions.set(run.definitionHash, call);
    return { run, call };
  }

  function load(specialCallId: string): LoadedCall {
    const run = findSpecialCall(db, journal.fields, specialCallId);
    if (!run) throw callNotFound('specialCall', specialCallId);
    return withDefinition(run);
  }

  function running(person: Person): LoadedCall | null {
    const run = findRunningCall(db, journal.fields, person.id);
    return run && withDefinition(run);
  }

  /** Starts beside whatever else is open: a conversation it comes up in goes on and is only named. */
  function start(person: Person, { entryId, channel, conversationId, followsId }: CallStart): LoadedCall {
    const call = findCall(catalogue, entryId);
    const firstStep = call?.steps[0]?.id;
    if (!call || firstStep === undefined) throw callNotFound('specialCall', entryId);
    const within = conversationId === undefined ? null : findConversation(db, journal.fields, conversationId);
    const before = followsId === undefined ? null : findSpecialCall(db, journal.fields, followsId);
    const own = within?.ownerId === person.id ? within : null;
    const follows = before?.ownerId === person.id ? before : null;
    const definitionHash = callHash(call);
    const specialCallId = ids.next();
    const customerId = own?.customerId ?? follows?.customerId ?? ids.next();
    journal.transaction(person.id, (tx) => {
      if (!hasCallDefinition(db, definitionHash)) {
        tx.append(specialCallDefinitionPinned, {
          definitionHash,
          releaseVersion: catalogue.release.version,
          definition: call,
        });
      }
      tx.append(
        specialCallStarted,
        {
          specialCallId,
          customerId,
          definitionHash,
          entryId: call.id,
          entryVersion: call.provenance.version,
          channel,
          conversationId: own?.id ?? follows?.conversationId ?? null,
          followsId: follows?.id ?? null,
          firstStep,
        },
        [customerId, specialCallId],
      );
    });
    return load(specialCallId);
  }

  /** One step by who took the call; `beside` is stored with it or not at all. */
  function step(
    person: Person,
    specialCallId: string,
    input: CallInput,
    beside?: (tx: JournalTransaction) => void,
  ): LoadedCall {
    const { run, call } = load(specialCallId);
    if (run.ownerId !== person.id) throw callRefused({ reason: 'notYours', missing: [] });
    const moment = { atMs: clock.nowMs(), personId: person.id, site: site() };
    const advanced = advanceCall(run, input, call, moment);
    if ('refused' in advanced) throw callRefused(advanced.refused);
    if (advanced.events.length === 0) return { run, call };
    journal.transaction(person.id, (tx) => {
      beside?.(tx);
      for (const event of advanced.events) {
        const declaration: EventDeclaration = callEvents[event.kind];
        tx.append(declaration, event.payload, [run.customerId, run.id]);
      }
    });
    return load(specialCallId);
  }

  return { load, running, start, step };
}

export function callNotFound(what: string, id: string): ORPCError<string, unknown> {
  return new ORPCError('notFound', { defined: true, data: { what, id } });
}

function callRefused({ reason, missing }: CallRefused): ORPCError<string, unknown> {
  return new ORPCError('stepRefused', { defined: true, data: { reason, missing: [...missing] } });
}
