import type { ZodType } from 'zod';
import type { EventDeclaration } from '#contract/declare-event.ts';
import type { WriteHandle } from '../db/open.ts';
import type { OpenEvent } from './event.ts';
import type { FieldSealer } from './field-sealer.ts';

export type ApplyEvent<Payload = unknown> = (db: WriteHandle, event: OpenEvent<Payload>, seal: FieldSealer) => void;

/** An event that takes the place of erased ones: the figures without the person. */
export interface Outliving {
  readonly declaration: EventDeclaration;
  readonly payload: unknown;
  readonly subjectIds: readonly string[];
}

/** How a projection gets rid of single events, so that an erasure need not rebuild it. */
export interface Forgetting {
  /**
   * Leaves the tables as a rebuild without the contents of these events would; still opened. False where only a rebuild can.
   * Events of other kinds are not among them.
   */
  readonly forget: (db: WriteHandle, events: readonly OpenEvent[], seal: FieldSealer) => boolean;
  /** Asked before, of all events that go; what it gives back is appended after the erasure. */
  readonly outlives?: (db: WriteHandle, events: readonly OpenEvent[], seal: FieldSealer) => readonly Outliving[];
}

/**
 * Called before a rebuild: from then on the projection may keep what it would store, and stores it when it is told that all
 * events were applied (`kept`). Told otherwise, it forgets it.
 */
export type KeepWhileRebuilding = (db: WriteHandle, seal: FieldSealer) => (kept: boolean) => void;

/** Tables that are nothing but a view of the journal: they can be emptied and filled again from it, with the same result. */
export interface Projection {
  readonly name: string;
  readonly tables: readonly string[];
  readonly apply: ReadonlyMap<string, ApplyEvent>;
  /** Kinds it takes from other desks of the site too, with what their payloads must be. */
  readonly foreign: ReadonlyMap<string, ReadonlyMap<number, ZodType>>;
  /** Foreign events of those kinds that it leaves alone all the same. */
  readonly spares: (event: OpenEvent) => boolean;
  /** Null: an erasure rebuilds it. */
  readonly forgetting: Forgetting | null;
  /** Null: it stores with every event. */
  readonly keepWhileRebuilding: KeepWhileRebuilding | null;
}

/** What a projection does with one version of one kind of event. */
export interface EventHandler {
  readonly kind: string;
  readonly schemaVersion: number;
  readonly apply: ApplyEvent;
  readonly applyErased: ApplyEvent<null> | null;
  readonly payload: ZodType;
}

/** An event is stored in a version that a projection of its kind has no handler for. */
export class UnhandledEventVersion extends Error {
  override readonly name = 'UnhandledEventVersion';
}

/**
 * Handles one declared event. It may use nothing but its arguments and the projection's own tables, or a rebuild would end
 * elsewhere. An event whose payload was erased goes to `applyErased`, which keeps what a count needs; without it, it is skipped.
 */
export function on<Payload>(
  declaration: EventDeclaration<string, Payload>,
  apply: ApplyEvent<Payload>,
  applyErased: ApplyEvent<null> | null = null,
): EventHandler {
  return {
    kind: declaration.kind,
    schemaVersion: declaration.schemaVersion,
    payload: declaration.payload,
    // The journal validated this payload with this declaration before it was stored.
    apply: (db, event, seal) => apply(db, event as OpenEvent<Payload>, seal),
    applyErased,
  };
}

/**
 * Builds a projection; throws when one version of a kind is handled twice or a table name is not a plain word. `takesForeign`
 * names the kinds whose events may come from other desks, in any order between desks and never twice.
 */
export function projection(
  name: string,
  tables: readonly string[],
  handlers: readonly EventHandler[],
  takesForeign: (kind: string) => boolean = () => false,
  spares: (event: OpenEvent) => boolean = () => false,
  forgetting: Forgetting | null = null,
  keepWhileRebuilding: KeepWhileRebuilding | null = null,
): Projection {
  for (const table of tables) {
    if (!/^[a-z][a-z0-9_]*$/.test(table)) throw new TypeError(`"${table}" is not a table name`);
  }
  const byKind = new Map<string, Map<number, EventHandler>>();
  for (const handler of handlers) {
    const versions = byKind.get(handler.kind) ?? new Map<number, EventHandler>();
    if (versions.has(handler.schemaVersion)) throw new TypeError(`${name} handles ${handler.kind} twice`);
    byKind.set(handler.kind, versions.set(handler.schemaVersion, handler));
  }
  const apply = new Map<string, ApplyEvent>();
  for (const [kind, versions] of byKind) apply.set(kind, dispatch(name, versions));
  const foreign = new Map<string, ReadonlyMap<number, ZodType>>();
  for (const [kind, versions] of byKind) {
    if (takesForeign(kind))
      foreign.set(kind, new Map([...versions].map(([version, { payload }]) => [version, payload])));
  }
  return { name, tables, apply, foreign, spares, forgetting, keepWhileRebuilding };
}

function dispatch(name: string, versions: ReadonlyMap<number, EventHandler>): ApplyEvent {
  return (db, event, seal) => {
    const handler = versions.get(event.schemaVersion);
    if (!handler) {
      throw new UnhandledEventVersion(`${name} cannot read version ${event.schemaVersion} of ${event.kind}`);
    }
    if (event.salt === null) handler.applyErased?.(db, event as OpenEvent<null>, seal);
    else handler.apply(db, event, seal);
  };
}
