import type { Page } from '@playwright/test';
import { count } from '#tests/counts.ts';
import { scriptTexts } from '#tests/faults/fuzz/script-texts.ts';
import { deskPage } from '#tests/harness/desk-page.ts';
import { expect, test } from '#tests/harness/desk-test.ts';

/** Notes whatever runs because of a text, or is held back only by the policy of the page. */
async function watchForScripts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { ran: seen, xss: () => seen.push('xss') });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, blockedURI }) =>
      seen.push(`${violatedDirective} ${blockedURI} ${sourceFile}`),
    );
  });
}

/** Types each text into every text field that is to be seen, one after the other; says which fields those were, and what of the page is no text. */
function typeEverywhere(page: Page, texts: readonly string[]): Promise<{ fields: string[]; active: string[] }> {
  return page.evaluate(async (all) => {
    const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const textual = new Set(['text', 'search', 'tel', 'url', 'email', 'textarea', 'number']);
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].filter(
      (field) => textual.has(field.type) && !field.disabled && field.checkVisibility(),
    );
    for (const field of fields) {
      const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set;
      for (const [at, text] of all.entries()) {
        if (!field.isConnected) break;
        set?.call(field, text);
        field.dispatchEvent(new Event('input', { bubbles: true }));
        // What a text changes is there at once; a frame now and then is for what follows later.
        if (at % 5 === 4) await drawn();
      }
    }
    await drawn();
    const bad = `script, iframe, object, embed, base, meta[http-equiv], math, video, [src="x"], a[href^="javascript:" i],
      [onerror], [onload], [onclick], [onmouseover], [onfocus], [ontoggle]`;
    return {
      fields: fields.map((field) => field.labels?.[0]?.textContent ?? field.getAttribute('aria-label') ?? field.id),
      active: [...document.body.querySelectorAll(bad)].map(({ outerHTML }) => outerHTML.slice(0, 200)),
    };
  }, texts);
}

test('whatever is typed into the text fields of the window stays text, and nothing of it runs', async ({
  startDesk,
}) => {
  const texts = scriptTexts(count('scriptTexts'));
  test.setTimeout(60_000 + texts.length * 20_000);
  const desk = await startDesk();
  await deskPage(desk).signIn('李蔚');
  const { page } = desk;
  const places = [2, 3, 4, 5, 6, 7];
  // Loaded once before anything is watched: the library that checks shapes tries whether it may compile code, and may not.
  for (const place of [...places, 1]) {
    await page.keyboard.press(`Control+Shift+Digit${place}`);
    await page.waitForLoadState('networkidle');
  }
  await watchForScripts(page);
  const met = new Set<string>();
  const meet = async (where: string) => {
    const { fields, active } = await typeEverywhere(page, texts);
    for (const field of fields) met.add(`${where}: ${field}`);
    expect(active, where).toEqual([]);
    expect(await page.evaluate(() => (globalThis as unknown as { ran: string[] }).ran), where).toEqual([]);
  };
  await page.getByRole('button', { name: '新接待' }).first().click();
  await meet('start');
  await page.getByRole('button', { name: '先不了' }).first().click();
  await page.getByRole('button', { name: '新接待' }).first().click();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox').first()).toBeVisible();
  await meet('conversation');
  for (const place of places) {
    await page.keyboard.press(`Control+Shift+Digit${place}`);
    await page.waitForLoadState('networkidle');
    await meet(`place ${place}`);
    const sections = page.getByRole('radio');
    if (place === 7) {
      for (let at = 0; at < (await sections.count()); at += 1) {
        await sections.nth(at).click();
        await meet(`settings ${at}`);
      }
    }
  }
  expect(met.size, [...met].join('\n')).toBeGreaterThan(12);
  // What is looked for would be found.
  await page.evaluate(() => {
    const holder = document.createElement('div');
    holder.innerHTML = '<img src=x onerror=xss()>';
    document.body.append(holder);
  });
  expect((await typeEverywhere(page, [])).active).toHaveLength(1);
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { ran: string[] }).ran.length))
    .toBeGreaterThan(0);
});

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
      'changeQuickBar',
      'chooseExportFile',
      'chooseReleaseFolder',
      'chooseWordingFile',
      'closeCounter',
      'copyText',
      'openCounter',
      'openQuickBar',
      'platform',
      'print',
      'quickBarSettings',
      'requestCore',
      'savePage',
      'savePages',
      'setLanguage',
      'takeDroppedFile',
    ],
    tried: ['rejected', 'rejected', 'rejected'],
  });
});
