import { ORPCError } from '@orpc/server';
import { type ConversationDefinition, conversationStarted, definitionPinned } from '#contract/conversation/events.ts';
import type { Customer } from '#contract/conversation/terms.ts';
import type { EventDeclaration } from '#contract/declare-event.ts';
import type { Person } from '#contract/people.ts';
import type { Channel } from '#contract/vocabulary.ts';
import type { Clock } from '../clock.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Ids } from '../ids.ts';
import type { Journal, JournalTransaction } from '../journal/journal.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { compareReleaseVersions } from '../releases/release-version.ts';
import { advance } from './advance.ts';
import { customerIdOf, findConversation, findRunning, hasDefinition, readDefinition } from './conversation-repo.ts';
import { chooseFlow, type PinnedDefinition, pinnedDefinition, startableFlows } from './pin-definition.ts';
import { createSiteTeller } from './sharing/tell-site.ts';
import { withShownLine } from './shown-line.ts';
import type { Conversation } from './state.ts';
import { type StepEvent, stepEvents } from './step-event.ts';
import type { Refusal, StepInput } from './step-input.ts';
import type { StepRules } from './step-rules.ts';

export interface ConversationDeps {
  db: WriteHandle;
  journal: Journal;
  clock: Clock;
  ids: Ids;
  catalogue: Catalogue;
  rules: () => StepRules;
  /** Whether there are other desks that hear of what is handed over; without it the desk is alone. */
  travels?: () => boolean;
}

export interface Loaded {
  readonly state: Conversation;
  readonly definition: ConversationDefinition;
}

export interface StartRequest {
  readonly flowId?: string | undefined;
  readonly scene?: string | undefined;
  readonly channel: Channel;
  readonly customer: Customer;
}

/** What else belongs to a step and is stored with it or not at all. */
export type Beside = (tx: JournalTransaction, loaded: Loaded) => void;

/** Conversations as they are stored: loading, starting and stepping, each one transaction. Throws the contract's failures. */
export function createConversationDesk(deps: ConversationDeps) {
  const { db, journal, clock, ids, catalogue, rules } = deps;
  const tellSite = createSiteTeller(deps);
  const definitions = new Map<string, ConversationDefinition>();

  function definitionOf(definitionHash: string): ConversationDefinition {
    const known = definitions.get(definitionHash) ?? readDefinition(db, definitionHash);
    if (!known) throw new Error(`the definition ${definitionHash} of a conversation is missing`);
    definitions.set(definitionHash, known);
    return known;
  }

  const withDefinition = (state: Conversation): Loaded => ({ state, definition: definitionOf(state.definitionHash) });

  function load(conversationId: string): Loaded {
    const state = findConversation(db, journal.fields, conversationId);
    if (!state) throw notFound('conversation', conversationId);
    return withDefinition(state);
  }

  function running(person: Person): Loaded | null {
    const state = findRunning(db, journal.fields, person.id);
    return state && withDefinition(state);
  }

  function start(person: Person, request: StartRequest): Loaded {
    const flow = chooseFlow(catalogue, request.flowId, request.scene);
    if (!flow) throw notFound('flow', request.flowId ?? '');
    const pinned = pinnedDefinition(catalogue, flow);
    const conversationId = ids.next();
    const { number } = request.customer;
    const customerId = (number && customerIdOf(db, journal.fields, number)) || ids.next();
    const before = running(person);
    journal.transaction(person.id, (tx) => {
      if (before) park(tx, before.state);
      if (!hasDefinition(db, pinned.definitionHash)) tx.append(definitionPinned, pinned);
      tx.append(
        conversationStarted,
        {
          conversationId,
          customerId,
          definitionHash: pinned.definitionHash,
          releaseVersion: pinned.releaseVersion,
          flowId: flow.id,
          flowVersion: flow.provenance.version,
          channel: request.channel,
          scene: request.scene ?? flow.scene,
          customer: request.customer,
          role: person.role,
        },
        [customerId, conversationId],
      );
    });
    return load(conversationId);
  }

  /** One step by who looks after the conversation; taking one up parks the one that runs. */
  function step(person: Person, conversationId: string, input: StepInput, beside?: Beside): Loaded {
    const loaded = load(conversationId);
    const { state, definition } = loaded;
    const doing = { atMs: clock.nowMs(), personId: person.id, role: person.role };
    const advanced = advance(state, input, definition, doing, rules());
    if ('refused' in advanced) throw stepRefused(advanced.refused);
    if (advanced.events.length === 0) return loaded;
    const other = takesUp.has(input.type) ? running(person) : null;
    journal.transaction(person.id, (tx) => {
      if (other) park(tx, other.state);
      beside?.(tx, { state: advanced.state, definition });
      append(
        tx,
        state,
        advanced.events.map((event) => withShownLine(event, definition, catalogue)),
      );
      tellSite(tx, state, advanced.events);
    });
    return load(conversationId);
  }

  function park(tx: JournalTransaction, state: Conversation): void {
    const events: StepEvent[] = [{ kind: 'conversation.parked', payload: { conversationId: state.id } }];
    append(tx, state, events);
    tellSite(tx, state, events);
  }

  /** What a newer release would lead this conversation by, or null while nothing newer leads it otherwise. */
  function newerDefinition({ state, definition }: Loaded): PinnedDefinition | null {
    if (state.state === 'finished') return null;
    if (compareReleaseVersions(catalogue.release.version, state.releaseVersion) <= 0) return null;
    const flow = startableFlows(catalogue).find((one) => one.id === definition.flow.id);
    const pinned = flow && pinnedDefinition(catalogue, flow);
    return pinned && pinned.definitionHash !== state.definitionHash ? pinned : null;
  }

  /** Goes on under the newer release; nobody is ever moved without asking for it. */
  function moveToRelease(person: Person, conversationId: string, seen: number | undefined): Loaded {
    const newer = newerDefinition(load(conversationId));
    if (!newer) throw stepRefused({ reason: 'noNewerRelease', missing: [] });
    return step(person, conversationId, { type: 'moveToRelease', ...newer, seen }, (tx) => {
      if (!hasDefinition(db, newer.definitionHash)) tx.append(definitionPinned, newer);
    });
  }

  return { load, running, start, step, definitionOf, newerDefinition, moveToRelease };
}

/** Whoever takes one up sets aside the one they are in. */
const takesUp: ReadonlySet<StepInput['type']> = new Set(['resume', 'acceptHandOver']);

function append(tx: JournalTransaction, { id, customerId }: Conversation, events: readonly StepEvent[]): void {
  for (const event of events) {
    const declaration: EventDeclaration = stepEvents[event.kind];
    tx.append(declaration, event.payload, [customerId, id]);
  }
}

export function notFound(what: string, id: string): ORPCError<string, unknown> {
  return new ORPCError('notFound', { defined: true, data: { what, id } });
}

export function stepRefused({ reason, missing }: Refusal): ORPCError<string, unknown> {
  return new ORPCError('stepRefused', { defined: true, data: { reason, missing: [...missing] } });
}
