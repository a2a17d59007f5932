import { createHash } from 'node:crypto';
import { isContractProcedure } from '@orpc/contract';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '#contract/contract.ts';
import { CONTRACT_HASH } from '#contract/version.ts';
import { canonicalBytes } from '#ledger/canonical.ts';

interface Call {
  path: string;
  kind: string;
  input: unknown;
  output: unknown;
  errors: Record<string, unknown>;
}

function shapeOf(schema: unknown): unknown {
  if (schema === undefined) return null;
  if (!(schema instanceof z.ZodType)) return 'stream';
  return z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
}

function callsOf(part: object, path: readonly string[] = []): Call[] {
  return Object.entries(part).flatMap(([name, inner]) => {
    const here = [...path, name];
    if (!isContractProcedure(inner)) return callsOf(inner as object, here);
    const { inputSchema, outputSchema, errorMap, meta } = inner['~orpc'];
    const errors = Object.fromEntries(
      Object.entries(errorMap).map(([code, error]) => [code, shapeOf((error as { data?: unknown }).data)]),
    );
    const kind = (meta as { kind: string }).kind;
    return [{ path: here.join('.'), kind, input: shapeOf(inputSchema), output: shapeOf(outputSchema), errors }];
  });
}

const calls = callsOf(contract);

test('the wire is the one that the contract version stands for', () => {
  const plain = JSON.parse(JSON.stringify(calls)) as unknown;
  const hash = createHash('sha256').update(canonicalBytes(plain)).digest('hex');
  expect(hash, 'the wire changed: raise CONTRACT_VERSION and pin the new hash in contract/version.ts').toBe(
    CONTRACT_HASH,
  );
});

test('every call has its place, its kind and an output', () => {
  expect(calls.length).toBeGreaterThan(20);
  for (const call of calls) {
    expect(call.path).toMatch(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/);
    expect(['query', 'command', 'stream']).toContain(call.kind);
    expect(call.output, call.path).not.toBeNull();
  }
});
