import { deskPage } from '#tests/harness/desk-page.ts';
import { expect, test } from '#tests/harness/desk-test.ts';

test('the window has no Node, cannot leave its page, open another, or reach the network', async ({ startDesk }) => {
  const desk = await startDesk();
  await deskPage(desk).signIn();
  const { page, app } = desk;
  const present = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
  );
  expect(present).toEqual([]);
  const address = page.url();
  await page.evaluate(() => {
    location.href = 'https://example.org/';
  });
  await page.waitForTimeout(300);
  expect(page.url()).toBe(address);
  expect(await page.evaluate(() => window.open('https://example.org/') === null)).toBe(true);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  const fetched = await page.evaluate(() =>
    fetch('https://example.org/').then(
      () => 'reached',
      () => 'refused',
    ),
  );
  expect(fetched).toBe('refused');
  const injected = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.injected = true';
    document.head.append(script);
    const button = document.createElement('button');
    button.setAttribute('onclick', 'globalThis.injected = true');
    document.body.append(button);
    button.click();
    return 'injected' in globalThis;
  });
  expect(injected).toBe(false);
});

test('only the few shell calls are there, and each refuses what is not of its shape', async ({ startDesk }) => {
  const desk = await startDesk();
  await deskPage(desk).signIn();
  const outcome = await desk.page.evaluate(async () => {
    const shell = (window as unknown as { counterpartShell: Record<string, unknown> }).counterpartShell;
    const copyText = shell['copyText'] as (text: unknown) => Promise<void>;
    const tried = await Promise.allSettled([copyText(''), copyText(7), copyText('x'.repeat(20_001))]);
    return { names: Object.keys(shell).sort(), tried: tried.map(({ status }) => status) };
  });
  expect(outcome).toEqual({
    names: [
      'appVersion',
      'chooseExportFile',
      'chooseReleaseFolder',
      'chooseWordingFile',
      'closeCounter',
      'copyText',
      'openCounter',
      'platform',
      'print',
      'requestCore',
      'savePage',
      'savePages',
      'setLanguage',
      'takeDroppedFile',
    ],
    tried: ['rejected', 'rejected', 'rejected'],
  });
});
