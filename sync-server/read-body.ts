import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { BATCH_MAX_BYTES } from '#contract/sync/terms.ts';

const unzip = promisify(gunzip);
const PATIENCE = 8;

/** The body is larger than the server takes, before or after unpacking, or packed in a way it does not know. */
export class BodyRefused extends Error {
  override readonly name = 'BodyRefused';
  readonly status: 413 | 415 | 400;
  constructor(status: 413 | 415 | 400, message: string) {
    super(message);
    this.status = status;
  }
}

export interface ReadBody {
  /** As it was sent: what the proof was made over. */
  readonly sent: Uint8Array;
  readonly plain: Uint8Array;
}

/** Reads a body up to the limit and unpacks it up to the same; throws BodyRefused. */
export async function readBody(request: Request): Promise<ReadBody> {
  const sent = await atMost(request.body, BATCH_MAX_BYTES);
  switch (request.headers.get('content-encoding') ?? 'identity') {
    case 'identity':
      return { sent, plain: sent };
    case 'gzip':
      return { sent, plain: await unpack(sent) };
    default:
      throw new BodyRefused(415, 'this content-encoding is not known here');
  }
}

async function atMost(stream: ReadableStream<Uint8Array> | null, limit: number): Promise<Uint8Array> {
  if (stream === null) return new Uint8Array(0);
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    length += piece.length;
    // Read on for a while without keeping it: a caller cut off in mid-sentence never sees why.
    if (length <= limit) pieces.push(piece);
    else if (length > limit * PATIENCE) break;
  }
  if (length > limit) throw new BodyRefused(413, `a request has at most ${limit} bytes`);
  return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
}

async function unpack(sent: Uint8Array): Promise<Uint8Array> {
  try {
    return await unzip(sent, { maxOutputLength: BATCH_MAX_BYTES });
  } catch (error) {
    if (error instanceof RangeError)
      throw new BodyRefused(413, `unpacked, a request has at most ${BATCH_MAX_BYTES} bytes`);
    throw new BodyRefused(400, 'the body does not unpack');
  }
}
