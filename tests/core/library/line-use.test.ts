import { isDefinedError, safe } from '@orpc/client';
import { afterEach, describe, expect, test } from 'vitest';
import type { Line } from '#contract/library/line.ts';
import type { Release } from '#contract/library/release.ts';
import { createFieldSealer } from '#core/journal/field-sealer.ts';
import { ownWordsOf } from '#core/library/own-words.ts';
import { memorySecrets, type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';

let opened: OpenCore;
afterEach(() => opened.remove());

function line(slug: string, change: Partial<Line> = {}): Line {
  return {
    kind: 'line',
    id: `telecom/${slug}`,
    title: `${slug} 的说法`,
    keywords: [],
    colloquial: [],
    scene: 'network',
    channels: ['counter', 'phone', 'chat'],
    tiers: [],
    variants: { standard: '{{ customerName }}，{{ replyTime }}前给您回电话。', short: '{{ replyTime }}前回您电话。' },
    variables: [
      { name: 'customerName', label: '称呼', type: 'customerName' },
      { name: 'replyTime', label: '答复时间', type: 'time' },
    ],
    basis: [],
    fragments: [],
    related: [],
    forbidden: [],
    provenance: {
      owner: '投诉管理岗',
      review: 'approved',
      version: 3,
      effectiveFrom: '2026-01-01',
      reviewEveryDays: 180,
      changeNote: '',
    },
    ...change,
  };
}

function releaseOf(...entries: Line[]): Release {
  return {
    format: 1,
    version: '2026.11.1',
    packs: [
      {
        id: 'telecom',
        title: '电信营业厅',
        description: '测试用的一小包口径',
        scenes: [{ id: 'network', label: '网络' }],
        locale: 'zh-CN',
      },
    ],
    entries: entries.map((entry) => ({ packId: 'telecom', entryHash: 'a'.repeat(64), entry })),
  };
}

async function failure(call: Promise<unknown>): Promise<{ code: string; data: unknown }> {
  const [error] = await safe(call);
  if (!error || !isDefinedError(error)) throw new Error(`expected a typed failure, got ${String(error)}`);
  return error as unknown as { code: string; data: unknown };
}

const use = { variant: 'standard' as const, searchText: '' };

describe('using a line', () => {
  test('copying returns the filled text, and the record holds the wording without the customer’s name', async () => {
    opened = await openCore({ release: releaseOf(line('no-signal')) });
    await signInAs(opened, 'agent');
    const values = { customerName: '王女士', replyTime: '后天下午三点' };
    const copied = await opened.client.library.copyLine({ ...use, entryId: 'telecom/no-signal', values });
    expect(copied.text).toBe('王女士，后天下午三点前给您回电话。');
    const [recent] = await opened.client.library.recentUses({});
    expect(recent).toMatchObject({ how: 'copied', entryId: 'telecom/no-signal', version: 3, personName: '张敏' });
    expect(recent?.text).toBe('〔称呼〕，后天下午三点前给您回电话。');
  });

  test.each([
    ['欧阳晓燕 没有信号', '没有信号'],
    ['欧阳晓燕说没有信号了 13812345678', '没有信号'],
    ['meiyouxinhao ouyangxiaoyan', 'meiyouxinhao'],
    ['myxh', 'myxh'],
    ['欧阳晓燕', ''],
    ['oyxy 信', ''],
    ['回您电话', '回您电话'],
    // Two rare characters that begin with the same half.
    ['强\u{20BB7}', ''],
  ])('of what was typed only what the line itself says is recorded: %s', (typed, recorded) => {
    expect(ownWordsOf(typed, line('no-signal', { title: '没有信号', keywords: ['信号弱', '强\u{20B9F}'] }))).toBe(
      recorded,
    );
  });

  test('said and copied are told apart', async () => {
    opened = await openCore({ release: releaseOf(line('no-signal')) });
    await signInAs(opened, 'agent');
    const values = { customerName: '王女士', replyTime: '三点' };
    await opened.client.library.sayLine({ ...use, entryId: 'telecom/no-signal', values });
    await opened.client.library.copyLine({ ...use, entryId: 'telecom/no-signal', values });
    expect((await opened.client.library.recentUses({})).map((one) => one.how)).toEqual(['copied', 'said']);
  });

  test('a line with open gaps is refused with their names; another variant without that gap is not', async () => {
    opened = await openCore({ release: releaseOf(line('no-signal')) });
    await signInAs(opened, 'agent');
    const values = { replyTime: '三点' };
    expect(
      await failure(opened.client.library.copyLine({ ...use, entryId: 'telecom/no-signal', values })),
    ).toMatchObject({ code: 'variablesMissing', data: { names: ['customerName'] } });
    const short = { ...use, variant: 'short' as const };
    expect((await opened.client.library.copyLine({ ...short, entryId: 'telecom/no-signal', values })).text).toBe(
      '三点前回您电话。',
    );
  });

  test.each([
    ['notYet', { effectiveFrom: '2026-12-01' }, '2026-12-01'],
    ['expired', { expiresOn: '2026-10-31' }, '2026-10-31'],
    ['withdrawn', { review: 'withdrawn' as const }, '2026-11-02'],
  ])('a line that is %s cannot be copied and says since when and what replaces it', async (state, change, day) => {
    const base = line('old');
    const old = { ...base, provenance: { ...base.provenance, ...change, replacedBy: 'telecom/new' } };
    opened = await openCore({ release: releaseOf(old, line('new')) });
    await signInAs(opened, 'agent');
    const values = { customerName: '王女士', replyTime: '三点' };
    const refused = await failure(opened.client.library.sayLine({ ...use, entryId: 'telecom/old', values }));
    expect(refused).toMatchObject({ code: 'lineNotUsable', data: { state, replacedBy: 'telecom/new' } });
    const view = await opened.client.library.line({ entryId: 'telecom/old' });
    expect(view.usability).toMatchObject({ state, replacedBy: { entryId: 'telecom/new', title: 'new 的说法' } });
    expect(view.usability.day).toBe(day);
    expect(await opened.client.library.recentUses({})).toEqual([]);
  });

  test('expiry follows the wall calendar of the site, not the one of Greenwich', async () => {
    const base = line('ends');
    const ends = { ...base, provenance: { ...base.provenance, expiresOn: '2026-11-02' } };
    opened = await openCore({ release: releaseOf(ends) });
    opened.clock.jumpTo(Date.UTC(2026, 10, 2, 15, 59));
    expect((await opened.client.library.line({ entryId: ends.id })).usability.state).toBe('inForce');
    opened.clock.jumpTo(Date.UTC(2026, 10, 2, 16, 1));
    expect((await opened.client.library.line({ entryId: ends.id })).usability.state).toBe('expired');
  });

  test('favourites come first at hand, then what is used most; both are one’s own', async () => {
    opened = await openCore({ release: releaseOf(line('a'), line('b'), line('c')) });
    await signInAs(opened, 'agent');
    await opened.client.library.setFavourite({ entryId: 'telecom/c', favourite: true });
    const values = { customerName: '王女士', replyTime: '三点' };
    await opened.client.library.copyLine({ ...use, entryId: 'telecom/b', values });
    const ids = async () => (await opened.client.library.atHand({})).map((one) => one.entryId);
    expect(await ids()).toEqual(['telecom/c', 'telecom/b', 'telecom/a']);
    await opened.client.library.setFavourite({ entryId: 'telecom/c', favourite: false });
    expect(await ids()).toEqual(['telecom/b', 'telecom/a', 'telecom/c']);
  });

  test('numbers in what was typed are masked before they are recorded', async () => {
    const secrets = memorySecrets();
    opened = await openCore({ release: releaseOf(line('a')), secrets });
    await signInAs(opened, 'agent');
    await opened.client.library.reportMissing({ text: '13812345678 打不通，卡号 6222 0212 3456 7890' });
    const { Database, file } = {
      Database: (await import('better-sqlite3')).default,
      file: `${opened.dataDir}/counterpart.db`,
    };
    const db = new Database(file, { readonly: true });
    const [id, sealed] = db.prepare('SELECT event_id, text_sealed FROM missing_report').raw().get() as [string, Buffer];
    const seal = createFieldSealer(secrets.key ?? new Uint8Array(0));
    expect(seal.open(sealed, `missing_report.text_sealed:${id}`)).toBe('••••• 打不通，卡号 •••••');
    db.close();
  });
});
