import { expect, test } from 'vitest';
import { createCatalogue } from '#core/library/catalogue.ts';
import { shippedDefinitions } from '#tests/core/conversation/shipped-definition.ts';
import { shippedRelease } from '#tests/harness/shipped-release.ts';

const catalogue = createCatalogue(shippedRelease());
const definitions = shippedDefinitions();
const fields = definitions.flatMap(({ flow, tables }) => [...flow.stages, ...tables].flatMap((place) => place.fields));

test('every line a flow soothes with or asks with is in the library', () => {
  const ids = [...definitions.flatMap(({ flow }) => flow.soothing), ...fields.flatMap((field) => field.askWith ?? [])];
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids) expect(catalogue.findWording(id), id).not.toBeNull();
});

test('every condition of a field names a choice that can be made in the same place', () => {
  for (const { flow, tables } of definitions) {
    for (const place of [...flow.stages, ...tables]) {
      for (const { id, onlyIf } of place.fields) {
        if (!onlyIf) continue;
        const other = place.fields.find((field) => field.id === onlyIf.field);
        expect(
          other?.options.map((option) => option.id),
          id,
        ).toContain(onlyIf.is);
      }
    }
  }
});

test('a field with one id asks for the same kind of thing everywhere', () => {
  for (const field of fields) {
    for (const other of fields.filter((one) => one.id === field.id)) expect(other.type, field.id).toBe(field.type);
  }
});
