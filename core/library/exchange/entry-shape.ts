import type { z } from 'zod';
import { entrySchema } from '#contract/library/release.ts';

type Schema = z.core.$ZodType;

/** The schema of one kind of entry, or null. */
export function schemaOfKind(kind: string): z.ZodObject | null {
  const found = entrySchema.options.find((option) => option.shape.kind.value === kind);
  return (found as z.ZodObject | undefined) ?? null;
}

function defOf(schema: Schema): z.core.$ZodTypes['_zod']['def'] {
  return (schema as z.core.$ZodTypes)._zod.def;
}

/** A value without what the schema fills in by itself, its keys in the schema's order; what a person would write. */
export function pruned(value: unknown, schema: Schema): unknown {
  const def = defOf(schema);
  switch (def.type) {
    case 'default':
    case 'optional':
    case 'nullable':
      return pruned(value, def.innerType);
    case 'array':
      return Array.isArray(value) ? value.map((item) => pruned(item, def.element)) : value;
    case 'object': {
      if (typeof value !== 'object' || value === null) return value;
      const given = value as Record<string, unknown>;
      return Object.fromEntries(
        Object.entries(def.shape).flatMap(([key, inner]) => {
          const own = given[key];
          return own === undefined || isDefault(own, inner) ? [] : [[key, pruned(own, inner)]];
        }),
      );
    }
    default:
      return value;
  }
}

function isDefault(value: unknown, schema: Schema): boolean {
  const def = defOf(schema);
  return def.type === 'default' && sameValue(value, def.defaultValue);
}

/** Equal as data: the order of keys does not matter, that of lists does. */
export function sameValue(a: unknown, b: unknown): boolean {
  return stable(a) === stable(b);
}

function stable(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? ''
  );
}
