import type { Variable } from '#contract/library/line.ts';

type Authored = Readonly<Record<string, unknown>>;

/**
 * An entry as the contract wants it: its own keys over the defaults of its file, provenance key by key, and shared
 * variables put in for their names. Only the schema says afterwards whether the result is complete.
 */
export function completeAuthored(
  kind: string,
  defaults: Authored,
  authored: Authored,
  shared: readonly Variable[],
): Record<string, unknown> {
  const provenance = { ...asRecord(defaults['provenance']), ...asRecord(authored['provenance']) };
  const entry: Record<string, unknown> = { ...defaults, ...authored, kind, provenance };
  const variables = authored['variables'];
  if (Array.isArray(variables)) entry['variables'] = variables.map((variable) => completeVariable(variable, shared));
  return entry;
}

function completeVariable(variable: unknown, shared: readonly Variable[]): unknown {
  const own = typeof variable === 'string' ? { name: variable } : asRecord(variable);
  const known = shared.find(({ name }) => name === own['name']);
  return known ? { ...known, ...own } : own;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
