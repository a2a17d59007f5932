import { describe, expect, test } from 'vitest';
import type { Conversation } from '#core/conversation/state.ts';
import { suggestionsFor } from '#core/conversation/suggestions.ts';
import { createCatalogue } from '#core/library/catalogue.ts';
import { shippedRelease } from '#tests/harness/shipped-release.ts';
import { freshConversation, shippedDefinitions } from './shipped-definition.ts';

const [definition] = shippedDefinitions();
if (!definition) throw new Error('the library ships no flow');
const catalogue = createCatalogue(shippedRelease());
const fresh = freshConversation(definition);

function suggest(changed: Partial<Conversation>, successes: ReadonlyMap<string, number> = new Map()) {
  if (!definition) throw new Error('unreachable');
  return suggestionsFor({ ...fresh, ...changed }, definition, { catalogue, day: '2026-11-02', successes });
}

describe('the five lines to say now', () => {
  test('are five in every stage, the same every time, each with its reason', () => {
    for (const stage of ['accept', 'clarify', 'resolve', 'followUp'] as const) {
      const lines = suggest({ stage });
      expect(lines.length, stage).toBeGreaterThanOrEqual(4);
      expect(lines.length).toBeLessThanOrEqual(5);
      expect(suggest({ stage })).toEqual(lines);
      for (const line of lines) expect(line.why.code).not.toBe('');
    }
  });

  test('put soothing first while the customer is upset, and not once they are calm', () => {
    expect(suggest({ mood: 'furious' })[0]?.why.code).toBe('mood');
    expect(suggest({ mood: 'calm' }).some((line) => line.why.code === 'mood')).toBe(false);
  });

  test('begin with the opening of the stage, then what asks for the next open field', () => {
    expect(suggest({}).map(({ entryId, why }) => [entryId, why.code])).toEqual([
      ['telecom/flow-in-your-place', 'stage'],
      ['telecom/flow-ask-matter', 'missingField'],
      ['telecom/flow-ask-since', 'missingField'],
      ['telecom/flow-hear-out', 'stage'],
      ['telecom/flow-ask-demand', 'stage'],
    ]);
  });

  test('bring up what the note speaks of', () => {
    const before = suggest({ stage: 'resolve' });
    const lead = catalogue.wordings
      .map(({ entry }) => entry)
      .find(
        (entry) =>
          entry.stage === 'resolve' &&
          entry.id.startsWith('telecom/') &&
          entry.channels.includes('counter') &&
          entry.tiers.length === 0 &&
          entry.colloquial.length > 0 &&
          !before.some((line) => line.entryId === entry.id),
      );
    if (!lead) throw new Error('the library has no such line');
    const after = suggest({ stage: 'resolve', note: `客户说：${lead.colloquial[0]}` });
    const found = after.find((line) => line.entryId === lead.id);
    expect(found?.why.code).toBe('note');
  });

  test('bring up what helped before, more so the oftener', () => {
    const other = catalogue.wordings
      .map(({ entry }) => entry)
      .find(
        (entry) => entry.stage === 'clarify' && entry.id.startsWith('telecom/') && entry.channels.includes('counter'),
      );
    const before = suggest({ stage: 'clarify' }).findIndex((line) => line.entryId === other?.id);
    const after = suggest({ stage: 'clarify' }, new Map([[other?.id ?? '', 500]]));
    const place = after.findIndex((line) => line.entryId === other?.id);
    expect(place).toBeGreaterThanOrEqual(0);
    if (before >= 0) expect(place).toBeLessThanOrEqual(before);
  });

  test('what was said already comes last', () => {
    const [first] = suggest({});
    const said = [{ entryId: first?.entryId ?? '', version: 1, variant: 'short', stage: 'accept', atMs: 0 }] as const;
    expect(suggest({ said })[0]?.entryId).not.toBe(first?.entryId);
  });
});
