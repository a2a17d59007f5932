import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '#tests/harness/desk-test.ts';
import { readJournal } from '#tests/harness/read-journal.ts';
import { attachDesk } from '#tools/drive/attach-desk.ts';
import { dropFile } from '#tools/drive/drop-file.ts';
import { ensurePackedForTests, type PackedApp } from '#tools/package/e2e-build.ts';
import { gatherLaunchFacts, launchArguments } from '#tools/runtime/launch-arguments.ts';
import type { Runtime } from '#tools/runtime/provision.ts';

// Packing takes about 20 s and is done once for the tests of this file, unless nothing changed since the last time.
test.describe.configure({ timeout: 180_000 });

const packed = (runtime: Runtime): Promise<PackedApp> => ensurePackedForTests(runtime);

test('the packed app starts with a new folder, finds a line and copies it', async ({ runtime, display, folders }) => {
  const { executable } = await packed(runtime);
  const { COUNTERPART_NODE: _named, ...env } = process.env;
  const desk = await attachDesk({
    executable,
    words: [...launchArguments(gatherLaunchFacts(executable, env, true)), `--user-data-dir=${folders.userData}`],
    env: { ...env, DISPLAY: display, LANG: 'zh_CN.UTF-8', TZ: 'Asia/Shanghai' },
  });
  try {
    const { page } = desk;
    const searchBox = page.getByRole('combobox', { name: /搜口径|Search/ });
    await page.getByRole('button', { name: /张敏/ }).click();
    await searchBox.waitFor();
    const later = page.getByRole('button', { name: /以后再|稍后|Later/ });
    if (await later.isVisible({ timeout: 2_000 }).catch(() => false)) await later.click();
    await searchBox.pressSequentially('wuxinhao');
    await expect(page.getByRole('option').first()).toContainText('无信号');
    // What is still missing is only known once the line itself is drawn.
    await expect(page.getByRole('heading', { level: 1 })).toContainText('信号');
    while (await page.getByText(/还差/).isVisible()) {
      await page.keyboard.press('Control+g');
      await page.keyboard.type('王女士');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(150);
    }
    await searchBox.focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => readJournal(folders.userData).findLast(({ kind }) => kind === 'line.copied')?.payload)
      .toMatchObject({ variant: 'standard' });
    await searchBox.fill('');
    await searchBox.press('Control+v');
    await expect(searchBox, 'the wording is on the clipboard').toHaveValue(/\p{Script=Han}{4}/u);
  } finally {
    await desk.close();
  }
});

test('the packed app reads a dropped sheet in a process of its own and shows what would come of it', async ({
  runtime,
  display,
  folders,
}) => {
  const { executable } = await packed(runtime);
  const sheet = join(folders.userData, 'team.csv');
  writeFileSync(
    sheet,
    '标题,场景,标准,简短\n雨天来客,见面称呼,外面雨大。您先进来擦擦水。,您先进来擦擦水。\n坏的一条,没有的场景,您坐。,\n',
  );
  const { COUNTERPART_NODE: _named, ...env } = process.env;
  const desk = await attachDesk({
    executable,
    words: [...launchArguments(gatherLaunchFacts(executable, env, true)), `--user-data-dir=${folders.userData}`],
    env: { ...env, DISPLAY: display, LANG: 'zh_CN.UTF-8', TZ: 'Asia/Shanghai' },
  });
  try {
    const { page } = desk;
    page.setDefaultTimeout(20_000);
    await page.getByRole('button', { name: /李蔚/ }).click();
    await page.getByRole('combobox', { name: /搜口径|Search/ }).waitFor();
    await page.keyboard.press('Control+Shift+Digit2');
    await page.getByRole('button', { name: '导入口径' }).click();
    const dialogue = page.getByRole('dialog', { name: '导入口径' });
    await dialogue.getByRole('combobox', { name: '放进哪个行业包' }).selectOption('courtesy');
    await dropFile(dialogue.locator('[data-drop-zone]'), sheet);
    await expect(dialogue.getByRole('radio', { name: /新增 1/ })).toBeVisible({ timeout: 60_000 });
    await expect(dialogue.getByRole('radio', { name: /没收下 1/ })).toBeVisible();
    await dialogue.getByRole('button', { name: /收下 1 条/ }).click();
    await expect
      .poll(() => readJournal(folders.userData).findLast(({ kind }) => kind === 'wording.imported')?.payload)
      .toMatchObject({ fileName: 'team.csv', entries: [{ change: 'new' }] });
  } finally {
    await desk.close();
  }
});

interface ArchiveFolder {
  files: Record<string, ArchiveFolder | { size: number; unpacked?: boolean }>;
}

/** The files an asar archive tells of, with those that lie beside it. */
function archived(file: string): string[] {
  const bytes = readFileSync(file);
  const header = JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString('utf8')) as ArchiveFolder;
  const walk = (folder: ArchiveFolder, at: string): string[] =>
    Object.entries(folder.files).flatMap(([name, inside]) =>
      'files' in inside ? walk(inside, `${at}${name}/`) : [`${at}${name}`],
    );
  return walk(header, '');
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

test('only what the app runs on is inside: its build, the SQLite binding for this system, two languages', async ({
  runtime,
}) => {
  const { folder, resources } = await packed(runtime);
  const inside = archived(join(resources, 'app.asar'));
  const superfluous = inside.filter(
    (name) => !/^(package\.json|out\/(main|preload|renderer|library)\/.+|node_modules\/better-sqlite3\/.+)$/.test(name),
  );
  expect(superfluous).toEqual([]);
  expect(inside.filter((name) => /\.(ts|tsx|ya?ml|md|map|[ch]pp|gyp)$/.test(name))).toEqual([]);
  const binding = `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`;
  expect(inside.filter((name) => name.endsWith('.node'))).toEqual([binding]);
  const beside = filesBelow(join(resources, 'app.asar.unpacked'));
  expect(beside).toEqual(
    expect.arrayContaining([
      binding,
      'package.json',
      ...['core', 'parse-child', 'export-child'].map((name) => `out/main/${name}.js`),
    ]),
  );
  expect(beside.filter((name) => name !== 'package.json' && !inside.includes(name))).toEqual([]);
  expect(beside.filter((name) => name.startsWith('out/renderer') || name.startsWith('out/preload'))).toEqual([]);
  const expected = ['NOT-FOR-RELEASE.txt', 'app.asar', 'app.asar.unpacked', ...(runtime.nodePath ? ['node'] : [])];
  expect(readdirSync(resources).sort()).toEqual(expected.sort());
  if (existsSync(join(folder, 'locales'))) {
    expect(readdirSync(join(folder, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak']);
  }
});

test('the fuses are set: no Node mode, no Node options, no inspector, only the archive, cookies encrypted', async ({
  runtime,
}) => {
  const { executable } = await packed(runtime);
  const wire = await getCurrentFuseWire(executable);
  const on = [
    FuseV1Options.EnableCookieEncryption,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.OnlyLoadAppFromAsar,
  ];
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ];
  expect(on.map((fuse) => wire[fuse])).toEqual(on.map(() => FuseState.ENABLE));
  expect(off.map((fuse) => wire[fuse])).toEqual(off.map(() => FuseState.DISABLE));
});
