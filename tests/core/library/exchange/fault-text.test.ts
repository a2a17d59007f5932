import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ruleFault } from '#core/library/exchange/fault-text.ts';

const FOLDER = 'core/library/validate';

it('every rule of the library has its reason in Chinese, for the person whose row breaks it', () => {
  const sources = readdirSync(FOLDER).map((name) => readFileSync(join(FOLDER, name), 'utf8'));
  const rules = new Set(
    sources.flatMap((source) => [...source.matchAll(/rule: '(\w+)'/gu)].map(([, rule]) => rule ?? '')),
  );
  // Wording that is nearly the same turns no row down.
  rules.delete('nearDuplicates');
  expect(rules.size).toBeGreaterThan(20);
  const unknown = [...rules].filter((rule) => {
    const { reason } = ruleFault({ rule, entryId: 'hall/a', path: [], reason: '' }, {});
    return reason.includes(rule) || !/\p{Script=Han}/u.test(reason);
  });
  expect(unknown).toEqual([]);
});
