import { expect, type Locator, type Page } from '@playwright/test';

/** A conversation as the person at the desk leads it, by roles and names only. */
export function serving(page: Page) {
  const column = page.getByRole('complementary');
  const stage = column.getByRole('listitem').and(page.locator('[aria-current=step]'));
  const field = (label: string): Locator => column.getByRole('textbox', { name: label, exact: true });
  const choice = (group: string, option: string): Locator =>
    column.getByRole('radiogroup', { name: group, exact: true }).getByRole('radio', { name: option, exact: true });
  return {
    column,
    stage,
    field,
    choice,
    note: column.getByRole('textbox', { name: '记录', exact: true }),
    /** The search box keeps the keys; this is how a finding's line or a suggestion is told from a search. */
    ticks: column.getByRole('checkbox'),
    async start(name = '王', title: 1 | 2 = 1): Promise<void> {
      await page.keyboard.press('Control+n');
      await expect(page.getByRole('textbox', { name: '称呼' })).toBeFocused();
      await page.keyboard.insertText(name);
      await page.keyboard.press(`Alt+Digit${title}`);
      const flow = page.getByRole('radio', { name: '营业厅 · 投诉四环节' });
      await flow.focus();
      if (!(await flow.isChecked())) await page.keyboard.press('Space');
      await expect(flow).toBeChecked();
      await page.getByRole('textbox', { name: '称呼' }).focus();
      await page.keyboard.press('Enter');
      await expect(stage).toContainText('接受');
    },
    async tickAll(): Promise<void> {
      const count = await column.getByRole('checkbox').count();
      for (let digit = 1; digit <= count; digit += 1) {
        await page.keyboard.press(`Alt+Shift+Digit${digit}`);
        await expect(column.getByRole('checkbox').nth(digit - 1)).toBeChecked();
      }
    },
    async type(label: string, text: string): Promise<void> {
      await field(label).focus();
      await page.keyboard.insertText(text);
    },
    async choose(group: string, option: string): Promise<void> {
      await choice(group, option).focus();
      await page.keyboard.press('Space');
      await expect(choice(group, option)).toBeChecked();
    },
    async goOn(to: string): Promise<void> {
      await page.keyboard.press('Alt+PageDown');
      await expect(stage).toContainText(to);
    },
  };
}

export type Serving = ReturnType<typeof serving>;

/** What the network order of the no-coverage table asks for, label by label. */
const site: readonly (readonly [string, string])[] = [
  ['区县', '城东区'],
  ['乡镇街道', '湖滨街道'],
  ['村或路名', '翠湖路'],
  ['小区', '翠湖花园'],
  ['楼栋', '7栋'],
  ['单元', '2单元'],
  ['门牌', '602'],
  ['手机型号', '小米 14'],
  ['打出去的提示', '暂时无法接通'],
  ['别人打来的提示', '不在服务区'],
  ['上网的提示', '网络不可用'],
  ['联系电话', '13812345678'],
];

/** Accept: what the customer says is taken down and read back. */
export async function hearOut(desk: Serving): Promise<void> {
  await desk.type('什么事', '家里三天打不出电话');
  await desk.type('从什么时候', '三天前');
  await desk.type('希望怎么办', '尽快能打电话');
  await desk.tickAll();
}

/** Clarify: the no-coverage table to its finding, accepted, and the cause. */
export async function clarify(desk: Serving, page: Page): Promise<void> {
  await page.keyboard.press('Alt+Digit1');
  await expect(desk.column.getByText('这个地方以前信号就不好吗？')).toBeVisible();
  await page.keyboard.press('Alt+Digit2');
  await expect(desk.column.getByText('周围的人也没有信号吗？')).toBeVisible();
  await page.keyboard.press('Alt+Digit1');
  await expect(desk.column.getByText('这一片信号不好')).toBeVisible();
  await page.keyboard.press('Alt+Digit1');
  await expect(desk.column.getByText('客户认可了')).toBeVisible();
  await desk.choose('原因在哪边', '我们');
  await desk.tickAll();
}

/** Resolve: the four answers, everything the order asks for, the order, the promise and the outcome. */
export async function settle(desk: Serving): Promise<void> {
  await desk.choose('室内还是室外', '室内');
  await desk.choose('信号几格', '1格');
  await desk.choose('换机试过吗', '换机一样');
  for (const [label, text] of site) await desk.type(label, text);
  await desk.choose('投诉成立吗', '是');
  await desk.choose('现在能解决吗', '否');
  await desk.choose('归谁管', '网络');
  await desk.choose('这一步能解决吗', '否');
  const open = desk.column.getByRole('button', { name: '开工单' });
  await open.focus();
  await open.press('Enter');
  await expect(desk.column.getByText(/工单 \d{6}-\d{3} 已开/)).toBeVisible();
  const promise = desk.column.getByRole('radiogroup', { name: '答应什么时候答复' }).getByRole('radio').last();
  await promise.focus();
  await promise.press('Space');
  await expect(promise).toBeChecked();
  await desk.choose('这次的结果', '转工单处理');
  await desk.tickAll();
}

/** Follow-up: how the customer leaves it, and what kind of matter it was. */
export async function followUp(desk: Serving): Promise<void> {
  await desk.choose('客户满意吗', '还可以');
  await desk.choose('归到哪一类', '网络覆盖');
  await desk.tickAll();
}
