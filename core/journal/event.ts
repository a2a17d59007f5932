import type { JournalEvent, JournalPlace } from '#contract/journal.ts';

/** An event with its payload opened. After an erasure `payload` and `salt` are null. */
export interface OpenEvent<Payload = unknown> {
  readonly installId: string;
  readonly epoch: number;
  readonly seq: number;
  readonly id: string;
  readonly atMs: number;
  readonly personId: string | null;
  readonly subjectIds: readonly string[];
  readonly kind: string;
  readonly schemaVersion: number;
  readonly payload: Payload;
  readonly salt: Uint8Array | null;
  readonly commitment: Uint8Array;
  readonly hash: Uint8Array;
  /** Only on an event of another desk: how far the own journal was when it came. */
  readonly arrived?: () => JournalPlace;
}

/** An event as `append` returns it: just stored, so never erased. */
export type StoredEvent<Payload = unknown> = OpenEvent<Payload> & { readonly salt: Uint8Array };

/** The event in the shape that crosses a wire (contract/journal.ts). */
export function toWire(event: OpenEvent): JournalEvent {
  return {
    ...event,
    subjectIds: [...event.subjectIds],
    salt: event.salt === null ? null : hex(event.salt),
    commitment: hex(event.commitment),
    hash: hex(event.hash),
  };
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
