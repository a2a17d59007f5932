import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { agreementOf, judgeSet, shippedJudge } from '#bench/judge/judged-answers.ts';
import { shippedRelease } from '#tests/harness/shipped-release.ts';

const SEAL = '12f8651d67dcee3afc2913ec2b5fa63163c2f21f2bda0071dba4be2ecef84bd3';
const tools = shippedJudge(shippedRelease());
const open = judgeSet('open', tools);
const sealed = judgeSet('sealed', tools);

test('the sealed answers are those that were written before the judge', () => {
  const file = new URL('../../../fixtures/judged-answers/sealed.yaml', import.meta.url);
  expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(SEAL);
});

test('three hundred answers are judged, at least forty of them tricky, a hundred sealed', () => {
  expect(open.length).toBe(200);
  expect(sealed.length).toBe(100);
  expect([...open, ...sealed].filter(({ tricky }) => tricky).length).toBeGreaterThanOrEqual(40);
});

// Only the figures of the sealed set are told, never its texts: whoever mends the judge must not see them.
test('on the sealed answers the judge agrees with people, by either weighting', () => {
  const { quadraticKappa, linearKappa, oppositeShare } = agreementOf(sealed);
  expect(quadraticKappa).toBeGreaterThanOrEqual(0.7);
  expect(linearKappa).toBeGreaterThanOrEqual(0.7);
  expect(oppositeShare).toBeLessThanOrEqual(0.02);
});

test('on the open answers too, in every fifth of the customers', () => {
  expect(agreementOf(open).oppositeShare).toBeLessThanOrEqual(0.02);
  const customers = [...new Set(open.map(({ says }) => says))];
  for (const fold of [0, 1, 2, 3, 4]) {
    const part = open.filter(({ says }) => customers.indexOf(says) % 5 === fold);
    expect(agreementOf(part).linearKappa).toBeGreaterThanOrEqual(0.7);
  }
});

test('agreement is 1 where both say the same, and less the further they are apart', () => {
  const same = agreementOf([
    { label: 'good', quality: 'good' },
    { label: 'poor', quality: 'poor' },
    { label: 'fair', quality: 'fair' },
  ]);
  expect(same).toMatchObject({ quadraticKappa: 1, linearKappa: 1, oppositeShare: 0 });
  const opposite = agreementOf([
    { label: 'good', quality: 'poor' },
    { label: 'poor', quality: 'good' },
  ]);
  expect(opposite).toMatchObject({ quadraticKappa: -1, oppositeShare: 1 });
});
