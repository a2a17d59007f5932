import { Liquid, type Template } from 'liquidjs';
import { defaultFilter, GapValue, overGaps } from './gap-value.ts';

/** Texts that lines may take in with `{% render 'name' %}`. */
export type Fragments = Readonly<Record<string, string>>;

/** A piece of a rendered template: wording, or the gap of one variable. */
export type Piece = string | GapValue;

const TAGS = new Set(['if', 'unless', 'case', 'comment', 'render']);
const FILTERS = {
  default: defaultFilter,
  append: overGaps((text, more) => text + (more ?? '')),
  prepend: overGaps((text, more) => (more ?? '') + text),
  strip: overGaps((text) => text.trim()),
  upcase: overGaps((text) => text.toUpperCase()),
  replace: overGaps((text, what, by) => (what ? text.replaceAll(what, by ?? '') : text)),
  slice: overGaps((text, from, length) => sliceCharacters(text, Number(from), length)),
};

const PARSE_LIMIT = 20_000;
const RENDER_LIMIT_MS = 2_000;
const MEMORY_LIMIT = 200_000;
/** More templates than this at once are a mistake or an attack; the oldest is forgotten. */
const CACHE_SIZE = 5_000;

const MARK = /\u{E000}(\d+)\u{E001}/gu;

function sliceCharacters(text: string, from: number, length: string | undefined): string {
  const characters = [...text];
  const start = from < 0 ? Math.max(characters.length + from, 0) : from;
  return characters.slice(start, start + Number(length ?? 1)).join('');
}

/**
 * Renders line templates and nothing more: a few tags and filters, no files, no prototypes, bounded size and time.
 * While rendering, each gap is only a numbered mark; its text never becomes part of the template's output, so no value
 * can pass for wording, markup or another gap.
 */
export class TemplateEngine {
  readonly #liquid: Liquid;
  readonly #parsed = new Map<string, Template[]>();
  #gaps: GapValue[] = [];

  constructor(fragments: Fragments = {}) {
    this.#liquid = new Liquid({
      templates: { ...fragments },
      cache: true,
      relativeReference: false,
      strictFilters: true,
      strictVariables: true,
      ownPropertyOnly: true,
      parseLimit: PARSE_LIMIT,
      renderLimit: RENDER_LIMIT_MS,
      memoryLimit: MEMORY_LIMIT,
      outputEscape: (value: unknown) => this.#mark(value),
    });
    for (const name of Object.keys(this.#liquid.tags)) if (!TAGS.has(name)) delete this.#liquid.tags[name];
    for (const name of Object.keys(this.#liquid.filters)) this.#liquid.unregisterFilter(name);
    for (const [name, filter] of Object.entries(FILTERS)) this.#liquid.registerFilter(name, filter);
    for (const fragment of Object.values(fragments)) this.#parse(fragment);
  }

  /** Names of the variables a template reads, in no particular order; throws on a template that does not parse. */
  variables(template: string): string[] {
    return this.#liquid.globalVariablesSync(this.#parse(template));
  }

  /** Throws on a broken template, an undeclared variable, an unknown fragment, or a limit that was passed. */
  render(template: string, gaps: Readonly<Record<string, GapValue>>): Piece[] {
    const parsed = this.#parse(template);
    this.#gaps = [];
    const text = String(this.#liquid.renderSync(parsed, gaps, { globals: gaps }));
    return splitAtMarks(text, this.#gaps);
  }

  #mark(value: unknown): string {
    if (!(value instanceof GapValue)) return String(value ?? '');
    this.#gaps.push(value);
    return `\u{E000}${this.#gaps.length - 1}\u{E001}`;
  }

  #parse(template: string): Template[] {
    const known = this.#parsed.get(template);
    if (known) return known;
    const parsed = this.#liquid.parse(template);
    // A value is a text without parts: liquidjs would look a part up on the object behind it, prototype and all.
    for (const path of this.#liquid.variableSegmentsSync(parsed)) {
      if (path.length > 1) throw new Error(`variable has no parts: ${path.join('.')}`);
    }
    if (this.#parsed.size >= CACHE_SIZE) {
      for (const oldest of this.#parsed.keys()) {
        this.#parsed.delete(oldest);
        break;
      }
    }
    this.#parsed.set(template, parsed);
    return parsed;
  }
}

function splitAtMarks(text: string, gaps: readonly GapValue[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    const gap = gaps[Number(match[1])];
    if (!gap) continue;
    if (match.index > from) pieces.push(text.slice(from, match.index));
    pieces.push(gap);
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}
