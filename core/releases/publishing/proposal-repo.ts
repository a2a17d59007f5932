import { type ApprovedChange, approvedChangeSchema, type Proposal, proposalSchema } from '#contract/releases/terms.ts';
import type { ReadHandle, WriteHandle } from '#core/db/open.ts';
import { prepared } from '#core/db/prepared.ts';

export interface KeptProposal {
  proposal: Proposal;
  proposedAtMs: number;
  personId: string | null;
  signatures: { keyId: string; personId: string | null; signature: string }[];
}

interface Row {
  proposal_id: string;
  proposed_at_ms: number;
  person_id: string | null;
  payload_json: string;
}

export function insertChanges(db: WriteHandle, proposalId: string, from: number, changes: readonly ApprovedChange[]) {
  const insert = prepared(
    db,
    'INSERT INTO release_proposal_change (proposal_id, place, change_json) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  for (const [index, change] of changes.entries()) insert.run(proposalId, from + index, JSON.stringify(change));
}

/** One proposal waits at a time: a later one overtakes those before. */
export function insertProposal(db: WriteHandle, proposal: Proposal, atMs: number, personId: string | null): void {
  prepared(db, `UPDATE release_proposal SET state = 'dropped' WHERE state = 'waiting'`).run();
  prepared(
    db,
    `INSERT INTO release_proposal (proposal_id, proposed_at_ms, person_id, state, payload_json)
     VALUES (?, ?, ?, 'waiting', ?) ON CONFLICT DO NOTHING`,
  ).run(proposal.proposalId, atMs, personId, JSON.stringify(proposal));
}

export function endProposal(db: WriteHandle, proposalId: string, state: 'dropped' | 'published'): void {
  prepared(db, `UPDATE release_proposal SET state = ? WHERE proposal_id = ? AND state <> 'published'`).run(
    state,
    proposalId,
  );
}

export function insertSignature(
  db: WriteHandle,
  signed: { proposalId: string; keyId: string; signature: string },
  personId: string | null,
  atMs: number,
): void {
  prepared(
    db,
    `INSERT INTO release_signature (proposal_id, key_id, person_id, signature, signed_at_ms) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (proposal_id, key_id) DO UPDATE SET signature = excluded.signature`,
  ).run(signed.proposalId, signed.keyId, personId, signed.signature, atMs);
}

/** The proposal that waits for signatures, if any. */
export function waitingProposal(db: ReadHandle): KeptProposal | null {
  const row = prepared(
    db,
    `SELECT * FROM release_proposal WHERE state = 'waiting' ORDER BY proposed_at_ms DESC, proposal_id DESC LIMIT 1`,
  ).get() as Row | undefined;
  if (row === undefined) return null;
  const signatures = prepared(
    db,
    'SELECT key_id, person_id, signature FROM release_signature WHERE proposal_id = ? ORDER BY signed_at_ms, key_id',
  ).all(row.proposal_id) as { key_id: string; person_id: string | null; signature: string }[];
  return {
    proposal: proposalSchema.parse(JSON.parse(row.payload_json)),
    proposedAtMs: row.proposed_at_ms,
    personId: row.person_id,
    signatures: signatures.map(({ key_id, person_id, signature }) => ({
      keyId: key_id,
      personId: person_id,
      signature,
    })),
  };
}

export function changesOf(db: ReadHandle, proposalId: string): ApprovedChange[] {
  const rows = prepared(
    db,
    'SELECT change_json FROM release_proposal_change WHERE proposal_id = ? ORDER BY place',
  ).pluck();
  return (rows.all(proposalId) as string[]).map((text) => approvedChangeSchema.parse(JSON.parse(text)));
}

export function insertSigner(
  db: WriteHandle,
  signer: { keyId: string; personId: string; publicHex: string },
  atMs: number,
): void {
  prepared(
    db,
    `INSERT INTO release_signer (key_id, person_id, public_hex, offered_at_ms) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  ).run(signer.keyId, signer.personId, signer.publicHex, atMs);
}

/** Everybody who ever offered a key, newest first. */
export function offeredSigners(db: ReadHandle): { keyId: string; personId: string; publicHex: string }[] {
  const rows = prepared(db, 'SELECT * FROM release_signer ORDER BY offered_at_ms DESC, key_id').all() as {
    key_id: string;
    person_id: string;
    public_hex: string;
  }[];
  return rows.map(({ key_id, person_id, public_hex }) => ({
    keyId: key_id,
    personId: person_id,
    publicHex: public_hex,
  }));
}

/** The packed release of a proposal; kept by the desk that made it, for no two packers need agree on bytes. */
export function keepCandidate(db: WriteHandle, proposalId: string, packed: Uint8Array): void {
  prepared(db, 'DELETE FROM release_candidate').run();
  prepared(db, 'INSERT INTO release_candidate (proposal_id, packed) VALUES (?, ?)').run(proposalId, packed);
}

export function candidateOf(db: ReadHandle, proposalId: string): Uint8Array | null {
  const packed = prepared(db, 'SELECT packed FROM release_candidate WHERE proposal_id = ?').pluck().get(proposalId);
  return packed instanceof Uint8Array ? packed : null;
}
