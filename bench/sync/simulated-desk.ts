import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { JournalEvent } from '#contract/journal.ts';
import { enrolmentText, PROOF_AT_HEADER, PROOF_HEADER, requestText, tokenRequestText } from '#contract/sync/proof.ts';
import { canonicalBytes, canonicalText } from '#ledger/canonical.ts';
import { commitmentOfBytes } from '#ledger/commitment.ts';
import { eventHash, NO_EVENT_HASH } from '#ledger/event-hash.ts';

export type Send = (request: Request) => Promise<Response>;

/** A desk without an app: it chains events as the core does and speaks to the server over HTTP. */
export class SimulatedDesk {
  readonly installId: string;
  readonly events: JournalEvent[] = [];
  /** Where the server is, and over which line. */
  url: string;
  send: Send;
  readonly #privateKey: KeyObject;
  readonly publicKey: string;
  #previous: Uint8Array = NO_EVENT_HASH;
  token = '';

  constructor(url: string, installId: string, send: Send = fetch) {
    this.url = url;
    this.installId = installId;
    this.send = send;
    const pair = generateKeyPairSync('ed25519');
    this.#privateKey = pair.privateKey;
    this.publicKey = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64url');
  }

  /** Appends one event to the journal of this desk. */
  append(kind: string, payload: unknown, subjectIds: readonly string[] = []): JournalEvent {
    const salt = randomBytes(32);
    const columns = {
      installId: this.installId,
      epoch: 1,
      seq: this.events.length + 1,
      id: `${this.installId}-${this.events.length + 1}`,
      atMs: 1_790_000_000_000 + this.events.length,
      personId: null,
      kind,
      schemaVersion: 1,
      commitment: commitmentOfBytes(salt, canonicalBytes(payload)),
    };
    const subjectText = subjectIds.length === 0 ? '[]' : canonicalText(subjectIds);
    const hash = eventHash(this.#previous, { ...columns, subjectIds: subjectText });
    this.#previous = hash;
    const event = {
      ...columns,
      subjectIds: [...subjectIds],
      payload,
      salt: salt.toString('hex'),
      commitment: Buffer.from(columns.commitment).toString('hex'),
      hash: Buffer.from(hash).toString('hex'),
    };
    this.events.push(event);
    return event;
  }

  sign(text: string): string {
    return sign(null, Buffer.from(text, 'utf8'), this.#privateKey).toString('base64url');
  }

  async enrol(code: string): Promise<Response> {
    const { installId, publicKey } = this;
    const signature = this.sign(enrolmentText(code, installId, publicKey));
    return await this.post('/v1/enrol', { code, installId, publicKey, signature, name: installId, appVersion: '1' });
  }

  async takeToken(atMs: number): Promise<Response> {
    const nonce = randomBytes(12).toString('base64url');
    const signature = this.sign(tokenRequestText(this.installId, atMs, nonce));
    const answer = await this.post('/v1/token', { installId: this.installId, atMs, nonce, signature });
    if (answer.ok) this.token = ((await answer.clone().json()) as { token: string }).token;
    return answer;
  }

  /** A request with this desk's proof; `change` spoils it after signing. */
  async call(
    method: string,
    target: string,
    body: unknown,
    atMs: number,
    change: (headers: Headers) => void = () => undefined,
  ): Promise<Response> {
    const bytes = body === undefined ? new Uint8Array(0) : gzipSync(JSON.stringify(body), { level: 1 });
    const bodyHash = createHash('sha256').update(bytes).digest('hex');
    const headers = new Headers({
      authorization: `Bearer ${this.token}`,
      [PROOF_AT_HEADER]: String(atMs),
      [PROOF_HEADER]: this.sign(requestText({ method, target, bodyHash, atMs, token: this.token })),
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-encoding': 'gzip' }),
    });
    change(headers);
    return await this.send(
      new Request(this.url + target, { method, headers, ...(body === undefined ? {} : { body: bytes }) }),
    );
  }

  upload(events: readonly unknown[], atMs: number): Promise<Response> {
    return this.call('POST', '/v1/journal/batches', { epoch: 1, events }, atMs);
  }

  private post(target: string, body: unknown): Promise<Response> {
    return this.send(
      new Request(this.url + target, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
  }
}
