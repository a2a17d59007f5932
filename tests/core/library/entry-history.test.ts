import { afterEach, describe, expect, test } from 'vitest';
import { compareVersions, sentencesOf } from '#core/library/history/compare-versions.ts';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { placeLine, placeRelease } from './place-library.ts';

const first = placeLine('bill', { standard: '您先别急。账单我逐项给您看。有疑问随时问我。' });
const second = placeLine('bill', {
  standard: '让您着急了。账单我逐项给您看。',
  provenance: { version: 2, changeNote: '先说感受' },
});

describe('versions of an entry', () => {
  let opened: OpenCore;
  afterEach(() => opened.remove());

  test('every applied release keeps the wording it brought; a use leads to the exact version that was said', async () => {
    opened = await openCore({ release: placeRelease('2026.11.1', [first, placeLine('same')]) });
    await signInAs(opened, 'agent');
    const said = await opened.client.library.sayLine({ entryId: first.id, variant: 'standard', values: {} });
    opened.clock.jumpTo(opened.clock.nowMs() + 86_400_000);
    opened = await opened.reopen({ release: placeRelease('2026.12.1', [second, placeLine('same')]) });
    await opened.client.library.copyLine({ entryId: first.id, variant: 'standard', values: {} });

    const history = await opened.client.library.entryHistory({ entryId: first.id });
    expect(history.versions).toMatchObject([
      { version: 2, releaseVersion: '2026.12.1', current: true, changeNote: '先说感受', copied: 1, said: 0 },
      { version: 1, releaseVersion: '2026.11.1', current: false, owner: '投诉管理岗', copied: 0, said: 1 },
    ]);
    const unchanged = await opened.client.library.entryHistory({ entryId: 'telecom/same' });
    expect(unchanged.versions.map(({ releaseVersion }) => releaseVersion)).toEqual(['2026.11.1']);

    const then = await opened.client.library.usedVersion({ eventId: said.eventId });
    expect(then).toMatchObject({ version: 1, current: false, text: '您先别急。账单我逐项给您看。有疑问随时问我。' });

    const [now, before] = history.versions;
    const compared = await opened.client.library.compareVersions({
      entryId: first.id,
      before: before?.entryHash ?? '',
      after: now?.entryHash ?? '',
    });
    expect(compared.fields.map(({ path }) => path)).toEqual([
      'provenance.version',
      'provenance.changeNote',
      'variants.standard',
    ]);
  });

  test('an entry that a release no longer has keeps its history', async () => {
    opened = await openCore({ release: placeRelease('2026.11.1', [first, placeLine('same')]) });
    opened = await opened.reopen({ release: placeRelease('2026.12.1', [placeLine('same')]) });
    const { versions } = await opened.client.library.entryHistory({ entryId: first.id });
    expect(versions.map(({ current }) => current)).toEqual([false]);
  });
});

describe('differences', () => {
  test('stand sentence beside sentence, with the characters that changed', () => {
    const standard = compareVersions(first, second).find(({ path }) => path === 'variants.standard');
    expect(standard?.sentences).toEqual([
      {
        changed: true,
        before: expect.arrayContaining([{ kind: 'removed', text: expect.any(String) }]),
        after: expect.arrayContaining([{ kind: 'added', text: expect.any(String) }]),
      },
      {
        changed: false,
        before: [{ kind: 'same', text: '账单我逐项给您看。' }],
        after: [{ kind: 'same', text: '账单我逐项给您看。' }],
      },
      { changed: true, before: [{ kind: 'removed', text: '有疑问随时问我。' }], after: null },
    ]);
    const joined = (side: 'before' | 'after') =>
      (standard?.sentences ?? [])
        .flatMap((row) => row[side] ?? [])
        .map(({ text }) => text)
        .join('');
    expect(joined('before')).toBe('您先别急。账单我逐项给您看。有疑问随时问我。');
    expect(joined('after')).toBe('让您着急了。账单我逐项给您看。');
  });

  test('an entry compared with itself has none', () => {
    expect(compareVersions(first, first)).toEqual([]);
  });

  test('cutting into sentences loses no character', () => {
    for (const text of ['', '好。', '好！！真的？是\n吗', '没有句号']) expect(sentencesOf(text).join('')).toBe(text);
  });
});
