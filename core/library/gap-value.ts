import { Drop } from 'liquidjs';

export type GapState = 'filled' | 'default' | 'missing';

/**
 * The value of a variable while its template renders. It keeps its name through filters, is false in `{% if %}` while
 * it is missing, and has no property a template could reach.
 */
export class GapValue extends Drop {
  readonly #name: string;
  readonly #text: string;
  readonly #state: GapState;

  constructor(name: string, text: string, state: GapState) {
    super();
    this.#name = name;
    this.#text = text;
    this.#state = state;
  }

  static nameOf(value: GapValue): string {
    return value.#name;
  }

  static textOf(value: GapValue): string {
    return value.#text;
  }

  static stateOf(value: GapValue): GapState {
    return value.#state;
  }

  override valueOf(): string | undefined {
    return this.#state === 'missing' ? undefined : this.#text;
  }
}

type TextFilter = (text: string, ...args: string[]) => string;

const asText = (value: unknown): string => String((value instanceof GapValue ? value.valueOf() : value) ?? '');

/** Lets a filter over texts work on gaps: what comes out is still the same gap, and a missing one stays missing. */
export function overGaps(filter: TextFilter): (value: unknown, ...args: unknown[]) => unknown {
  return (value, ...args) => {
    const gaps = [value, ...args].filter((each) => each instanceof GapValue);
    const missing = gaps.find((gap) => GapValue.stateOf(gap) === 'missing');
    if (missing) return missing;
    const text = filter(asText(value), ...args.map(asText));
    const [source] = gaps;
    return source ? new GapValue(GapValue.nameOf(source), text, GapValue.stateOf(source)) : text;
  };
}

/** `{{ place | default: '这边' }}`: the one filter that closes a missing gap. */
export function defaultFilter(value: unknown, fallback: unknown): unknown {
  if (!(value instanceof GapValue)) return asText(value) === '' ? fallback : value;
  if (GapValue.stateOf(value) !== 'missing') return value;
  return new GapValue(GapValue.nameOf(value), asText(fallback), 'default');
}
