import type { z } from 'zod';

/**
 * What one kind of journal event looks like. The journal validates every payload against `payload` before it is stored;
 * a later shape of the same kind is a second declaration with the next `schemaVersion`, and both stay readable for ever.
 */
export interface EventDeclaration<Kind extends string = string, Payload = unknown> {
  readonly kind: Kind;
  readonly schemaVersion: number;
  readonly payload: z.ZodType<Payload>;
}

export type PayloadOf<Declaration> = Declaration extends EventDeclaration<string, infer Payload> ? Payload : never;

const KIND = /^[a-z][a-zA-Z]*\.[a-z][a-zA-Z]*$/;

/** Declares an event kind, `noun.pastTense`; throws on a name or version that could not be stored. */
export function declareEvent<const Kind extends string, Payload>(
  kind: Kind,
  schemaVersion: number,
  payload: z.ZodType<Payload>,
): EventDeclaration<Kind, Payload> {
  if (!KIND.test(kind)) throw new TypeError(`event kind "${kind}" is not noun.pastTense`);
  if (!Number.isSafeInteger(schemaVersion) || schemaVersion < 1) {
    throw new TypeError(`event "${kind}" needs a whole schemaVersion from 1`);
  }
  return { kind, schemaVersion, payload };
}
