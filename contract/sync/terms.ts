import { z } from 'zod';

/** What an enrolled PC may ask of the server; decided at enrolment, by the code that was used. */
export const installRoleSchema = z.enum(['desk', 'leadDesk', 'administrator']);
export type InstallRole = z.infer<typeof installRoleSchema>;

/** A raw Ed25519 public key, 32 bytes in base64url. */
export const publicKeySchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
/** An Ed25519 signature, 64 bytes in base64url. */
export const signatureSchema = z.string().regex(/^[A-Za-z0-9_-]{86}$/);

export const siteIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'small letters, digits and hyphens');
export const installIdSchema = z.string().min(1).max(64);

/** Most events in one batch, and most bytes of one request before compression. */
export const BATCH_MAX_EVENTS = 1_000;
export const BATCH_MAX_BYTES = 4 * 1024 * 1024;
/** A proof is good for this long either way, so that a recorded request is worth nothing tomorrow. */
export const PROOF_SKEW_MS = 300_000;

/** One-time codes as people type them: ten characters without those that look alike. */
export const enrolmentCodeSchema = z
  .string()
  .transform((typed) => typed.toUpperCase().replace(/[^0-9A-Z]/g, ''))
  .pipe(z.string().regex(/^[2-9A-HJ-NP-Z]{10}$/));

/** Why an event was set aside. The rest of its journal goes on. */
export const quarantineReasonSchema = z.enum([
  /** The same place was taken before by an event with another hash. */
  'otherHash',
  /** Columns and hash do not belong together. */
  'hashMismatch',
  /** Payload and salt do not open the commitment. */
  'commitmentMismatch',
  /** It does not follow the event the server holds before it. */
  'chainBroken',
  /** It cannot be read as an event at all. */
  'unreadable',
]);
export type QuarantineReason = z.infer<typeof quarantineReasonSchema>;

/** Nouns whose events go to every desk of the site. */
const TRAVELLING_NOUNS: ReadonlySet<string> = new Set([
  'workOrder',
  'sharedConversation',
  'alert',
  'incident',
  'siteRules',
  'wording',
  'usage',
]);
/** Of the other nouns, the kinds that do: who works here, what is used and what was not found, how rehearsals went, and whom to forget. */
const TRAVELLING_KINDS: ReadonlySet<string> = new Set([
  'person.added',
  'person.retired',
  'person.pinSet',
  'person.dutiesSet',
  'shift.ended',
  'shift.promiseNoted',
  'line.copied',
  'line.said',
  'search.failed',
  'search.missingReported',
  'rehearsal.scored',
  'rehearsal.sheetScored',
  'rehearsal.assigned',
  'rehearsal.unassigned',
  'rehearsal.rulesSet',
  'rehearsal.certified',
  'journal.erased',
]);

/** True for the kinds that the server hands on to the other desks of the site; everything else stays between desk and server. */
export function travels(kind: string): boolean {
  return TRAVELLING_KINDS.has(kind) || TRAVELLING_NOUNS.has(kind.slice(0, kind.indexOf('.')));
}
