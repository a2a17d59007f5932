import { oc } from '@orpc/contract';
import { callErrors } from './errors.ts';

/** A query reads; a command changes something and is never repeated by itself; a stream pushes until it is closed. */
export type CallKind = 'query' | 'command' | 'stream';
export interface CallMeta {
  kind: CallKind;
}

const base = oc.$meta<CallMeta>({ kind: 'query' });

/** Starts the declaration of a call that only reads. */
export const query = base.meta({ kind: 'query' }).errors({ locked: callErrors.locked });

/** Starts the declaration of a call that changes something for the person who is signed in. */
export const command = base
  .meta({ kind: 'command' })
  .errors({ locked: callErrors.locked, notSignedIn: callErrors.notSignedIn, storageFull: callErrors.storageFull });

/** Starts the declaration of a call whose output is an event iterator. */
export const stream = base.meta({ kind: 'stream' });
