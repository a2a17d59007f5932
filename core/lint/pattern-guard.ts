/** A pattern that could hang the desk, or that the engine cannot read. */
export class PatternRefused extends Error {
  override readonly name = 'PatternRefused';
}

/** What an unbounded repeat reaches at most: no forbidden sentence is longer. */
const LONGEST_REPEAT = 40;
/** Ways in which a pattern may try to match from one place; a note of 10,000 characters then stays harmless. */
const MOST_WAYS = 5_000;

/**
 * A regular expression (flags `u`, `i` and `m`) whose work per place is bounded: `*` and `+` reach 40 characters, back-references and
 * look-behind are refused, and so is anything that could try more than 5,000 ways from one place. Throws PatternRefused.
 */
export function guardedPattern(source: string): RegExp {
  const scan = new PatternScan(source);
  const { written, ways } = scan.alternatives();
  if (!scan.atEnd()) throw new PatternRefused(`a bracket of /${source}/ closes nothing`);
  if (ways > MOST_WAYS) throw new PatternRefused(`/${source}/ could try ${Math.round(ways)} ways from one place`);
  let pattern: RegExp;
  try {
    pattern = new RegExp(written, 'gimu');
  } catch (cause) {
    throw new PatternRefused(`/${source}/ is not a regular expression`, { cause });
  }
  if (pattern.test('')) throw new PatternRefused(`/${source}/ matches nothing at all`);
  pattern.lastIndex = 0;
  return pattern;
}

interface Part {
  readonly written: string;
  readonly ways: number;
}

/** Reads as much of a pattern's grammar as is needed to count its ways and to bound its repeats. */
class PatternScan {
  private readonly source: string;
  private at = 0;

  constructor(source: string) {
    this.source = source;
  }

  atEnd(): boolean {
    return this.at >= this.source.length;
  }

  alternatives(): Part {
    let written = '';
    let ways = 0;
    for (;;) {
      const branch = this.sequence();
      written += branch.written;
      ways += branch.ways;
      if (this.source[this.at] !== '|') return { written, ways };
      written += '|';
      this.at += 1;
    }
  }

  private sequence(): Part {
    let written = '';
    let ways = 1;
    while (!this.atEnd() && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const atom = this.atom();
      const repeat = this.repeat();
      written += atom.written + repeat.written;
      ways *= waysOfRepeat(atom.ways, repeat.least, repeat.most);
    }
    return { written, ways };
  }

  private atom(): Part {
    const rest = this.source.slice(this.at);
    if (rest.startsWith('(')) return this.group(rest);
    if (rest.startsWith('\\')) {
      if (/^\\[1-9k]/.test(rest)) throw new PatternRefused(`/${this.source}/ refers back to a group`);
      return this.take(
        /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[\s\S])/u.exec(rest)?.[0] ?? '\\',
      );
    }
    if (rest.startsWith('[')) return this.take(/^\[(?:\\[\s\S]|[^\]\\])*\]?/u.exec(rest)?.[0] ?? '[');
    return this.take(String.fromCodePoint(rest.codePointAt(0) ?? 0));
  }

  private group(rest: string): Part {
    const opening = /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>)?)?/.exec(rest)?.[0] ?? '(';
    if (opening === '(?<=' || opening === '(?<!') throw new PatternRefused(`/${this.source}/ looks behind`);
    this.at += opening.length;
    const inside = this.alternatives();
    if (this.source[this.at] !== ')') throw new PatternRefused(`a bracket of /${this.source}/ stays open`);
    this.at += 1;
    return { written: `${opening}${inside.written})`, ways: inside.ways };
  }

  private take(text: string): Part {
    this.at += text.length;
    return { written: text, ways: 1 };
  }

  private repeat(): { written: string; least: number; most: number } {
    const found = /^(?:([*+?])|\{(\d+)(,)?(\d*)\})(\??)/.exec(this.source.slice(this.at));
    if (!found) return { written: '', least: 1, most: 1 };
    this.at += found[0].length;
    const [, sign, from, comma, to, lazy = ''] = found;
    if (sign === '?') return { written: `?${lazy}`, least: 0, most: 1 };
    const least = sign === '+' ? 1 : Number(from ?? 0);
    const open = sign === '*' || sign === '+' || (comma !== undefined && to === '');
    const most = open ? Math.max(least, LONGEST_REPEAT) : Number(to || from);
    return { written: `{${least},${most}}${lazy}`, least, most };
  }
}

function waysOfRepeat(ways: number, least: number, most: number): number {
  if (ways === 1) return most - least + 1;
  let sum = 0;
  for (let times = least; times <= Math.min(most, LONGEST_REPEAT); times += 1) sum += ways ** times;
  return most > LONGEST_REPEAT ? Number.POSITIVE_INFINITY : Math.max(1, sum);
}
