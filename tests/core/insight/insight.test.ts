import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Excel from '@protobi/exceljs';
import { expect, test } from 'vitest';
import type { InsightQuery } from '#contract/insight/views.ts';
import { noExchangeHost } from '#core/library/exchange/exchange-host.ts';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { weekAtTheDesk } from '#tools/drive/week-at-the-desk.ts';

const mine: InsightQuery = { period: { days: 7 }, of: { who: 'own' }, packId: null };
const everybodys: InsightQuery = { ...mine, of: { who: 'all' } };

async function busyDesk(): Promise<OpenCore> {
  const files = { path: '' };
  const opened = await openCore({ exchange: { ...noExchangeHost, chosenPath: async () => files.path } });
  files.path = join(opened.dataDir, 'figures.xlsx');
  await signInAs(opened, 'agent');
  await weekAtTheDesk(opened.client, 2, opened.clock.advance);
  return opened;
}

test('what a desk does turns up in its figures, each for whom it may be seen by, and can be taken along', async () => {
  const opened = await busyDesk();
  const { client, dataDir } = opened;
  try {
    const own = await client.insight.figures(mine);
    expect(own.copied + own.said).toBeGreaterThan(0);
    // Copied and said are counted apart everywhere, and both come to the uses of the lines.
    expect(own.speed.copied.times).toBe(own.copied);
    expect(own.speed.said.times).toBe(own.said);
    expect(own.lines.used.reduce((sum, { copied }) => sum + copied, 0)).toBe(own.copied);
    expect(own.lines.used.reduce((sum, { said }) => sum + said, 0)).toBe(own.said);
    expect(own.speed.said.medianMs).toBeGreaterThanOrEqual(1_800);
    expect(own.failed.topics[0]).toMatchObject({ text: '手表打不出去', times: 4, people: 1 });
    expect(own.firstContact.finished).toBe(2);
    expect(own.brokenOff).toBe(1);
    expect(own.stages.map(({ times }) => times)).toEqual([2, 2, 2, 2]);
    expect(own.stages[0]?.medianMs).toBeGreaterThanOrEqual(70_000);
    expect(own.funnels[0]).toMatchObject({ tableId: 'telecom/table-no-coverage', started: 2, accepted: 2 });
    expect(own.outcomes[0]).toMatchObject({ times: 2 });
    expect(own.repeats).toMatchObject({ talks: 2, times: 1 });
    expect(own.orders.total).toBe(3);
    expect(own.lint).toMatchObject({ times: 3, mended: 3 });
    expect(own.lint.rules[0]?.rewording).not.toBe('');
    expect(own.due).toBeNull();

    // A person sees nobody else's; a lead everybody's.
    for (const whose of [{ who: 'all' }, { who: 'person', personId: 'somebody' }] as const) {
      await expect(client.insight.figures({ ...mine, of: whose })).rejects.toMatchObject({ code: 'notAllowed' });
      await expect(
        client.insight.behind({ ...mine, of: whose, what: 'said', key: null, after: null }),
      ).rejects.toMatchObject({
        code: 'notAllowed',
      });
    }
    expect((await client.insight.choices({})).people).toEqual([]);
    await signInAs(opened, 'lead');
    const leads = await client.insight.figures(mine);
    expect(leads.copied + leads.said).toBe(0);
    const all = await client.insight.figures(everybodys);
    expect({ ...all, due: null }).toEqual({ ...own, due: null });
    expect(all.due).not.toBeNull();
    const elsewhere = await client.insight.figures({ ...everybodys, packId: 'bank' });
    const ofBank = own.lines.used.filter(({ entryId }) => entryId.startsWith('bank/'));
    expect(elsewhere.lines.used).toEqual(ofBank);
    expect([elsewhere.said, elsewhere.funnels]).toEqual([ofBank.reduce((sum, { said }) => sum + said, 0), []]);

    // Behind each figure stand as many events as it says, with their words and nothing that tells who the customer was.
    const behind = (what: Parameters<typeof client.insight.behind>[0]['what'], key: string | null = null) =>
      client.insight.behind({ ...everybodys, what, key, after: null, limit: 200 });
    expect((await behind('said')).rows).toHaveLength(own.said);
    expect((await behind('failed')).rows.map(({ title }) => title)).toContain('手表打不出去');
    expect((await behind('orders')).rows[0]?.link).toMatchObject({ to: 'order' });
    expect((await behind('lint')).rows[0]?.title).not.toBe('');
    const first = await client.insight.behind({ ...everybodys, what: 'answered', key: null, after: null, limit: 5 });
    const second = await client.insight.behind({
      ...everybodys,
      what: 'answered',
      key: null,
      after: first.next,
      limit: 200,
    });
    expect([...first.rows, ...second.rows]).toHaveLength(own.copied + own.said);
    expect(JSON.stringify([await behind('stages'), await behind('outcomes'), await behind('orders')])).not.toContain(
      '13812345678',
    );

    const sheets = [{ name: '禁语/提醒', finding: '=1+1', header: ['词', '次数'], rows: [['+这是规定', 3]] }];
    const saved = await client.insight.exportSheets({ fileToken: 'file', sheets: [...sheets] });
    expect(saved).toEqual({ outcome: 'exported' });
    const book = new Excel.Workbook();
    expect(existsSync(join(dataDir, 'figures.xlsx'))).toBe(true);
    await book.xlsx.load(readFileSync(join(dataDir, 'figures.xlsx')).buffer as ArrayBuffer);
    const sheet = book.worksheets[0];
    expect(sheet?.name).toBe('1 禁语 提醒');
    expect([1, 3].map((row) => sheet?.getCell(row, 1).value)).toEqual(["'=1+1", "'+这是规定"]);
    expect(sheet?.getCell(3, 2).value).toBe(3);
    expect(opened.errors).toEqual([]);
  } finally {
    opened.remove();
  }
}, 120_000);
