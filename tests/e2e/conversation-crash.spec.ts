import { deskPage } from '#tests/harness/desk-page.ts';
import { expect, test } from '#tests/harness/desk-test.ts';
import type { DeskApp } from '#tools/drive/desk-app.ts';
import { clarify, hearOut, type Serving, serving, settle } from '#tools/drive/serving.ts';

test.describe.configure({ timeout: 120_000 });

async function killHard({ app }: DeskApp): Promise<void> {
  const gone = new Promise((resolve) => app.process().once('exit', resolve));
  app.process().kill('SIGKILL');
  await gone;
}

const stages: readonly {
  stage: string;
  reach(desk: Serving, page: DeskApp['page']): Promise<void>;
  mark(desk: Serving, page: DeskApp['page']): Promise<void>;
  found(desk: Serving): Promise<void>;
}[] = [
  {
    stage: '接受',
    reach: async () => undefined,
    mark: async (desk, page) => {
      await page.keyboard.press('Alt+Shift+Digit1');
      await desk.type('什么事', '话费多扣了三十');
    },
    found: async (desk) => {
      await expect(desk.ticks.first()).toBeChecked();
      await expect(desk.field('什么事')).toHaveValue('话费多扣了三十');
    },
  },
  {
    stage: '澄清',
    reach: async (desk) => {
      await hearOut(desk);
      await desk.goOn('澄清');
    },
    mark: async (desk, page) => {
      await page.keyboard.press('Alt+Digit1');
      await expect(desk.column.getByText('这个地方以前信号就不好吗？')).toBeVisible();
      await page.keyboard.press('Alt+Digit2');
      await expect(desk.column.getByText('周围的人也没有信号吗？')).toBeVisible();
    },
    found: async (desk) => expect(desk.column.getByText('周围的人也没有信号吗？')).toBeVisible(),
  },
  {
    stage: '处理',
    reach: async (desk, page) => {
      await hearOut(desk);
      await desk.goOn('澄清');
      await clarify(desk, page);
      await desk.goOn('处理');
    },
    mark: async (desk) => desk.type('乡镇街道', '湖滨街道'),
    found: async (desk) => {
      await expect(desk.column.getByText('客户认可了')).toBeVisible();
      await expect(desk.field('乡镇街道')).toHaveValue('湖滨街道');
    },
  },
  {
    stage: '跟踪',
    reach: async (desk, page) => {
      await hearOut(desk);
      await desk.goOn('澄清');
      await clarify(desk, page);
      await desk.goOn('处理');
      await settle(desk);
      await desk.goOn('跟踪');
    },
    mark: async (_desk, page) => {
      await page.keyboard.press('Control+j');
      await page.keyboard.insertText('客户愿意等检测结果。');
    },
    found: async (desk) => {
      await expect(desk.note).toHaveValue('客户愿意等检测结果。');
      await expect(desk.column.getByText(/工单 \d{6}-\d{3} 已开/)).toBeVisible();
    },
  },
];

for (const { stage, reach, mark, found } of stages) {
  test(`after a kill -9 in the stage ${stage} the conversation goes on in the same place`, async ({ startDesk }) => {
    const first = await startDesk({ width: 1280, height: 800 });
    await deskPage(first).signIn();
    const before = serving(first.page);
    await before.start();
    await reach(before, first.page);
    await mark(before, first.page);
    // What was typed is stored 400 ms after the last key.
    await first.page.waitForTimeout(700);
    await killHard(first);

    const again = await startDesk({ width: 1280, height: 800 });
    const after = serving(again.page);
    await expect(after.stage).toContainText(stage);
    await expect(after.column.getByText('王女士').first()).toBeVisible();
    await found(after);
  });
}
