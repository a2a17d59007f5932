import type { Generated } from 'kysely';

/** Times are Unix milliseconds, bytes are blobs, flags and lists are text; the same on both databases. */
export interface Tables {
  site: SiteTable;
  install: InstallTable;
  enrolment_code: EnrolmentCodeTable;
  event: EventTable;
  event_subject: EventSubjectTable;
  erased_subject: ErasedSubjectTable;
  head: HeadTable;
  quarantine: QuarantineTable;
  person: PersonTable;
  release_file: ReleaseFileTable;
  server_fact: ServerFactTable;
}

interface SiteTable {
  site_id: string;
  name: string;
  created_at_ms: number;
  /** The last cursor given out in this site's feed; the row is the lock under which the next is given. */
  last_cursor: Generated<number>;
}

interface InstallTable {
  install_id: string;
  site_id: string;
  role: string;
  name: string;
  public_key: Uint8Array;
  enrolled_at_ms: number;
  revoked_at_ms: number | null;
  last_seen_at_ms: number | null;
  app_version: string;
}

interface EnrolmentCodeTable {
  /** SHA-256 of the code: the code itself is kept nowhere. */
  code_hash: Uint8Array;
  site_id: string;
  role: string;
  expires_at_ms: number;
  used_by: string | null;
}

export interface EventTable {
  install_id: string;
  epoch: number;
  seq: number;
  site_id: string;
  /** Its place in the site's feed; null for kinds that do not travel. */
  cursor: number | null;
  id: string;
  at_ms: number;
  person_id: string | null;
  subject_ids: string;
  kind: string;
  schema_version: number;
  /** Payload and salt, sealed together; null once erased. */
  sealed: Uint8Array | null;
  commitment: Uint8Array;
  hash: Uint8Array;
  received_at_ms: number;
}

interface EventSubjectTable {
  site_id: string;
  subject_id: string;
  install_id: string;
  epoch: number;
  seq: number;
}

interface ErasedSubjectTable {
  site_id: string;
  subject_id: string;
  erased_at_ms: number;
}

interface HeadTable {
  install_id: string;
  epoch: number;
  seq: number;
  hash: Uint8Array;
}

interface QuarantineTable {
  install_id: string;
  site_id: string;
  epoch: number;
  seq: number;
  /** SHA-256 of what was sent, so that a repeated sending is one row. */
  body_hash: Uint8Array;
  reason: string;
  sealed: Uint8Array;
  raised_at_ms: number;
}

interface PersonTable {
  person_id: string;
  site_id: string;
  /** The name, sealed. */
  sealed_name: Uint8Array;
  role: string;
  retired_at_ms: number | null;
}

interface ReleaseFileTable {
  file: string;
  content: Uint8Array;
  stored_at_ms: number;
}

interface ServerFactTable {
  key: string;
  value: Uint8Array;
}
