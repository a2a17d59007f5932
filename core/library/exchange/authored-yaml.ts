import { Document, isScalar, visit } from 'yaml';
import type { Variable } from '#contract/library/line.ts';
import type { Entry } from '#contract/library/release.ts';
import { pruned, sameValue, schemaOfKind } from './entry-shape.ts';

type Keys = Record<string, unknown>;

/** An entry as a person would write it in a file with these defaults: nothing that goes without saying, keys in one order. */
export function authoredEntry(entry: Entry, defaults: Readonly<Keys>, shared: readonly Variable[]): Keys {
  const schema = schemaOfKind(entry.kind);
  const { kind: _, provenance, ...keys } = (schema ? pruned(entry, schema) : entry) as Keys;
  const own: Keys = Object.fromEntries(Object.entries(keys).filter(([key, value]) => !sameValue(value, defaults[key])));
  // A default of the file that the entry does not share has to be said away.
  for (const key of Object.keys(defaults)) {
    const value = (entry as Keys)[key];
    if (key !== 'provenance' && own[key] === undefined && !sameValue(value, defaults[key]) && value !== undefined)
      own[key] = value;
  }
  if (Array.isArray(own['variables']))
    own['variables'] = (own['variables'] as Variable[]).map((variable) => authoredVariable(variable, shared));
  const inherited = (defaults['provenance'] ?? {}) as Keys;
  const differs = Object.entries((provenance ?? {}) as Keys).filter(
    ([key, value]) => !sameValue(value, inherited[key]),
  );
  const hidden = Object.keys(inherited).filter((key) => !sameValue((entry.provenance as Keys)[key], inherited[key]));
  const said = { ...Object.fromEntries(differs), ...pick(entry.provenance as Keys, hidden) };
  return Object.keys(said).length > 0 ? { ...own, provenance: said } : own;
}

/** Whether an entry can stand below these defaults: one that lacks an optional key of them cannot say so. */
export function fitsDefaults(entry: Entry, defaults: Readonly<Keys>): boolean {
  const inherited = (defaults['provenance'] ?? {}) as Keys;
  const lacks = (value: Keys, keys: Readonly<Keys>) => Object.keys(keys).some((key) => value[key] === undefined);
  return !lacks(entry as Keys, { ...defaults, provenance: {} }) && !lacks(entry.provenance as Keys, inherited);
}

function authoredVariable(variable: Variable, shared: readonly Variable[]): unknown {
  const known = shared.find(({ name }) => name === variable.name);
  if (!known || (known.default !== undefined && variable.default === undefined)) return variable;
  const changed = Object.entries(variable).filter(([key, value]) => !sameValue(value, known[key as keyof Variable]));
  return changed.length === 0 ? variable.name : { name: variable.name, ...Object.fromEntries(changed) };
}

function pick(value: Readonly<Keys>, keys: readonly string[]): Keys {
  return Object.fromEntries(keys.flatMap((key) => (value[key] === undefined ? [] : [[key, value[key]]])));
}

/** YAML in the library's style: one line a text, lists and small maps in brackets. */
export function yamlText(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Collection: (key, node, path) => {
      if (path.length > 1 && key !== 'key' && small(node.toJSON())) node.flow = true;
    },
    Scalar: (_, node) => {
      // A line break inside a text is written as one, in double quotes, so that the text stays on its line.
      if (isScalar(node) && typeof node.value === 'string' && node.value.includes('\n')) node.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString({
    lineWidth: 0,
    singleQuote: true,
    flowCollectionPadding: true,
    doubleQuotedMinMultiLineLength: 1_000_000,
  });
}

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;

function small(value: unknown): boolean {
  if (isPlain(value)) return false;
  const items: unknown[] = Array.isArray(value) ? value : Object.values(value as Keys);
  return (
    items.every(isPlain) && JSON.stringify(value).length <= 100 && !items.some((item) => String(item).includes('\n'))
  );
}
