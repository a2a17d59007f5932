import { describe, expect, test } from 'vitest';
import type { EntryChangedView } from '#contract/releases.ts';
import { buildRelease, changesTowards, compareReleases, nextVersion } from '#core/releases/build-release.ts';
import { type NearLine, questionsOn } from '#core/releases/quiz.ts';
import { appliesAt } from '#core/releases/take-releases.ts';
import { put, smallRelease } from './signed/team-desk.ts';

describe('the next release', () => {
  const current = smallRelease();

  test('holds the approved changes, each with the next version of its entry and the reason', () => {
    const { release, changes } = buildRelease(current, [put('please', '请问'), put('and', '还有呢')], '2026.11.2');
    expect(changes.map(({ entryId, how }) => [entryId, how])).toEqual([
      ['hall/and', 'added'],
      ['hall/please', 'changed'],
    ]);
    const changed = release.entries.find(({ entry }) => entry.id === 'hall/please')?.entry;
    expect(changed?.provenance).toMatchObject({ version: 2, review: 'approved', changeNote: '改成「请问」' });
    expect(compareReleases(release, release)).toEqual([]);
  });

  test('takes an entry back without losing it, and refuses to take back what is not there', () => {
    const gone = { kind: 'withdraw' as const, entryId: 'hall/then', why: '没人这么说', replacedBy: 'hall/please' };
    const { release, changes } = buildRelease(current, [gone], '2026.11.2');
    expect(changes).toMatchObject([{ how: 'withdrawn' }]);
    expect(release.entries).toHaveLength(current.entries.length);
    expect(() => buildRelease(current, [{ ...gone, entryId: 'hall/none' }], '2026.11.2')).toThrow('hall/none');
  });

  test('goes back to an earlier wording as a new release, and nothing is left to change then', () => {
    const gone = { kind: 'withdraw' as const, entryId: 'hall/then', why: '没人这么说' };
    const { release } = buildRelease(current, [put('please', '请问'), put('and', '还有呢'), gone], '2026.11.2');
    const back = buildRelease(release, changesTowards(release, current, '撤错了'), '2026.11.3');
    const phrases = (of: typeof release) =>
      of.entries
        .filter(({ entry }) => entry.provenance.review !== 'withdrawn')
        .map(({ entry }) => [entry.id, entry.title]);
    expect(phrases(back.release)).toEqual(phrases(current));
    expect(changesTowards(back.release, current, '')).toEqual([]);
  });

  test('is numbered within its month, and never behind the one before', () => {
    expect(nextVersion('2026.11.9', '2026-11-30')).toBe('2026.11.10');
    expect(nextVersion('2026.11.9', '2026-12-01')).toBe('2026.12.1');
    expect(nextVersion('2027.1.3', '2026-12-31')).toBe('2027.1.4');
  });
});

test('a site begins with its own stage, else with that for all others, else not at all', () => {
  const plan = { version: '2026.11.2', releaseHash: 'a'.repeat(64), why: '', publishedAtMs: 1 };
  const own = { siteIds: ['hall-1'], fromAtMs: 5 };
  expect(appliesAt({ ...plan, stages: [] }, 'hall-2')).toBe(0);
  expect(appliesAt({ ...plan, stages: [own, { siteIds: null, fromAtMs: 9 }] }, 'hall-1')).toBe(5);
  expect(appliesAt({ ...plan, stages: [own, { siteIds: null, fromAtMs: 9 }] }, null)).toBe(9);
  expect(appliesAt({ ...plan, stages: [own] }, 'hall-2')).toBe(Number.MAX_SAFE_INTEGER);
});

describe('questions on what changed', () => {
  const change = (entryId: string, how: EntryChangedView['how'], before: string | null, after: string | null) => ({
    ...{ entryId, how, before, after, kind: 'line', title: `关于${entryId}`, packTitle: '营业厅', why: '' },
    changes: [],
    replacedBy: null,
  });
  const near: NearLine[] = ['甲', '乙', '丙', '丁'].map((name, index) => ({
    entryId: `hall/near-${index}`,
    title: `附近${name}`,
    text: `附近的说法${name}。`,
    scene: 'any',
  }));

  test('ask for the wording of now, with the one before among the wrong answers', () => {
    const [question] = questionsOn([change('hall/a', 'changed', '以前这么说。', '现在这么说。')], near);
    expect(question?.options).toHaveLength(3);
    expect(question?.options[question.right]).toBe('现在这么说。');
    expect(question?.options).toContain('以前这么说。');
  });

  test('ask first for what must not be said any more, and are the same every time', () => {
    const changes = [
      change('hall/a', 'added', null, '新的说法。'),
      change('hall/b', 'withdrawn', '不说了。', null),
      { ...change('hall/c', 'changed', '旧', '新'), kind: 'fragment' },
    ];
    const questions = questionsOn(changes, near);
    expect(questions.map(({ entryId, asks }) => [entryId, asks])).toEqual([
      ['hall/b', 'gone'],
      ['hall/a', 'now'],
    ]);
    expect(questions[0]?.options[questions[0].right]).toBe('关于hall/b');
    expect(questionsOn(changes, near)).toEqual(questions);
  });

  test('are left out where there is nothing honest to choose from', () => {
    expect(questionsOn([change('hall/a', 'added', null, '新的说法。')], [])).toEqual([]);
  });
});
