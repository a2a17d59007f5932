export type Random = () => number;

const below = (random: Random, end: number): number => Math.floor(random() * end);
const pick = <T>(random: Random, from: readonly T[]): T => from[below(random, from.length)] as T;

/** Bytes that mean something to one parser or another. */
const MARKS = [
  ...[
    '\0',
    '\n',
    '\r\n',
    '"',
    "'",
    ',',
    ';',
    '\t',
    '=',
    '{{',
    '}}',
    '{%',
    '%}',
    '<',
    '>',
    '</',
    '<!DOCTYPE',
    '<![CDATA[',
    '&',
  ],
  ...[
    '&#x0;',
    '&amp;',
    '*a',
    '&a ',
    '<<: *a',
    '---',
    '...',
    '- ',
    ': ',
    '!!js/function',
    '%00',
    '..',
    '../',
    '[',
    ']',
    '{',
    '}',
  ],
  ...['\u{feff}', '\u{202e}', '\u{200d}', '𝒳', '家'.repeat(200), '9'.repeat(400), '-1', '1e999', 'NaN', 'null', 'true'],
  ...['__proto__', 'constructor', 'PK\u{3}\u{4}', 'PK\u{5}\u{6}', '\u{fffe}', '\u{ffff}'],
].map((mark) => Buffer.from(mark));

/** The bytes with a few random faults: flipped, cut out, doubled, moved, or with something put in. */
export function mutatedBytes(bytes: Uint8Array, random: Random): Buffer {
  let now = Buffer.from(bytes);
  for (let faults = 1 + below(random, 6); faults > 0; faults -= 1) {
    const at = below(random, now.length + 1);
    const span = 1 + below(random, random() < 0.8 ? 8 : 400);
    switch (below(random, 6)) {
      case 0:
        if (at < now.length) now[at] = (now[at] ?? 0) ^ (1 << below(random, 8));
        break;
      case 1:
        now = Buffer.concat([now.subarray(0, at), now.subarray(at + span)]);
        break;
      case 2:
        now = Buffer.concat([now.subarray(0, at), pick(random, MARKS), now.subarray(at)]);
        break;
      case 3:
        now = Buffer.concat([now.subarray(0, at), now.subarray(at, at + span), now.subarray(at)]);
        break;
      case 4: {
        const from = below(random, now.length + 1);
        now = Buffer.concat([now.subarray(0, at), now.subarray(from, from + span), now.subarray(at)]);
        break;
      }
      default:
        now = now.subarray(0, random() < 0.5 ? at : now.length);
    }
  }
  return now;
}

export function mutatedText(text: string, random: Random): string {
  const mutated = mutatedBytes(Buffer.from(text), random).toString('utf8');
  // Half of a character pair cannot come from bytes, but it can come from a window.
  return random() < 0.1 ? `${mutated.slice(0, 40)}\u{d83d}${mutated.slice(40)}` : mutated;
}

const STRANGE: readonly unknown[] = [
  ...[
    null,
    undefined,
    true,
    0,
    -1,
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    '',
    'x'.repeat(100_000),
    [],
    {},
  ],
  ...[
    [[]],
    ['a'],
    Object.fromEntries([['then', 1]]),
    { toString: 1 },
    new Date(0),
    new Uint8Array(3),
    10n,
    new Map([[1, 2]]),
  ],
];

/** A value with one part somewhere in it replaced, left out, doubled or of another kind. */
export function mutatedValue(value: unknown, random: Random, strange: readonly unknown[] = STRANGE): unknown {
  if (random() < 0.25 || value === null || typeof value !== 'object') {
    return typeof value === 'string' && random() < 0.6 ? mutatedText(value, random) : pick(random, strange);
  }
  if (Array.isArray(value)) {
    const at = below(random, value.length + 1);
    return random() < 0.3
      ? [...value, ...value]
      : value.map((part, n) => (n === at ? mutatedValue(part, random, strange) : part));
  }
  const names = Object.keys(value);
  const name = names.length === 0 ? 'x' : pick(random, names);
  const parts = { ...value } as Record<string, unknown>;
  if (random() < 0.2) delete parts[name];
  else parts[name] = mutatedValue(parts[name], random, strange);
  if (random() < 0.1) Object.defineProperty(parts, '__proto__', { value: { polluted: true }, enumerable: true });
  return parts;
}

/** Values that JSON can carry. */
export const STRANGE_IN_JSON = STRANGE.filter((value) => {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    return false;
  }
});
