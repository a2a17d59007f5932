/**
 * Canonical JSON after RFC 8785: no white space, object keys in the order of their UTF-16 code units, numbers and strings
 * as ECMAScript writes them, UTF-8 without a byte order mark. One value has one form, on every computer.
 */

/** The value has no canonical form; `path` says where. */
export class NotCanonical extends TypeError {
  override readonly name = 'NotCanonical';
  readonly path: string;
  constructor(path: string, reason: string) {
    super(`${path === '' ? 'the value' : path} ${reason}`);
    this.path = path;
  }
}

/** Deeper values are refused before the stack is at risk. */
const DEEPEST = 200;
/** With the u flag a pair is one character, so that only halves without the other match. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Throws NotCanonical for undefined, NaN, infinities, bigint, lone surrogates, functions, class instances and cycles. */
export function canonicalText(value: unknown): string {
  return write(value, '', 0);
}

export function canonicalBytes(value: unknown): Uint8Array {
  return Buffer.from(canonicalText(value), 'utf8');
}

function write(value: unknown, path: string, depth: number): string {
  if (depth > DEEPEST) throw new NotCanonical(path, 'is nested too deeply');
  switch (typeof value) {
    case 'string':
      return text(value, path);
    case 'number':
      if (!Number.isFinite(value)) throw new NotCanonical(path, 'is not a finite number');
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? list(value, path, depth) : record(value, path, depth);
    default:
      throw new NotCanonical(path, `is a ${typeof value}`);
  }
}

function text(value: string, path: string): string {
  const written = JSON.stringify(value);
  // JSON.stringify escapes lone surrogates as \\ud…, and hardly any other text contains that; only then look closely.
  if (written.includes('\\ud') && LONE_SURROGATE.test(value)) throw new NotCanonical(path, 'holds a lone surrogate');
  return written;
}

function list(value: readonly unknown[], path: string, depth: number): string {
  let out = '';
  for (let index = 0; index < value.length; index += 1) {
    out += `${index === 0 ? '' : ','}${write(value[index], `${path}[${index}]`, depth + 1)}`;
  }
  return `[${out}]`;
}

function record(value: object, path: string, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new NotCanonical(path, 'is not a plain object');
  if (Object.getOwnPropertySymbols(value).length > 0) throw new NotCanonical(path, 'has a symbol for a key');
  let out = '';
  for (const key of Object.keys(value).sort()) {
    const member: unknown = Reflect.get(value, key);
    const name = text(key, path);
    out += `${out === '' ? '' : ','}${name}:${write(member, `${path}.${key}`, depth + 1)}`;
  }
  return `{${out}}`;
}
