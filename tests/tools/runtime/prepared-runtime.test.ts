import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchEnvironment } from '#tools/runtime/launch.ts';
import { PROJECT_ROOT, provisionRuntime, type Runtime } from '#tools/runtime/provision.ts';
import { runCommand } from '#tools/runtime/run-command.ts';

// These run the real Electron of this machine; the first run on a fresh machine fetches it.
const PROVISION_WITHIN_MS = 15 * 60_000;
let app = '';
let runtime: Runtime;

// Awaiting readiness at the top level would hang: Electron becomes ready only when the main module is through.
const MAIN = `import { app, BrowserWindow } from 'electron';
const early = app.isReady();
app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false });
  await window.loadURL('data:text/html,<title>window</title>');
  console.log(JSON.stringify({ versions: process.versions, name: app.getName(), version: app.getVersion(), path: app.getAppPath(),
    packaged: app.isPackaged, early, title: window.getTitle(), words: process.argv.slice(-2), node: process.env.COUNTERPART_NODE }));
  app.exit(Number(process.argv.at(-1)));
});
`;

beforeAll(async () => {
  runtime = await provisionRuntime({ virtualDisplay: true });
  app = await mkdtemp(path.join(tmpdir(), 'tiny-app-'));
  const about = { name: 'tiny', productName: '小试', version: '3.1.4', type: 'module', main: 'main.js' };
  await writeFile(path.join(app, 'package.json'), JSON.stringify(about));
  await writeFile(path.join(app, 'main.js'), MAIN);
}, PROVISION_WITHIN_MS);
afterAll(() => rm(app, { recursive: true, force: true }));

const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...withoutDisplay } = process.env;
const runElectron = (...words: string[]) =>
  runCommand(process.execPath, ['tools/run-electron.ts', ...words], {
    cwd: PROJECT_ROOT,
    env: withoutDisplay,
    // An app that hangs goes with its virtual display, which goes with the tool.
    watch: { everyMs: 500, look: (elapsedMs) => (elapsedMs > 30_000 ? 'stop' : undefined) },
  });

describe('the provisioned runtime', () => {
  it('opens a window of any app folder, like Electron’s own default app would', { timeout: 60_000 }, async () => {
    const ended = await runElectron(app, '7');
    const told = JSON.parse(ended.stdout);
    expect(told).toMatchObject({ name: '小试', version: '3.1.4', path: app, packaged: false, early: false });
    expect(told.title).toBe('window');
    expect(told.versions.electron).toBe(runtime.electronVersion);
    expect(told.words).toEqual([app, '7']);
    expect(ended.code).toBe(7);
  });

  it('says that it runs on a virtual display where there is none', { timeout: 60_000 }, async () => {
    const ended = await runElectron(app, '0');
    if (process.platform === 'linux') expect(ended.stderr).toMatch(/virtual display :\d+ \(Xvfb\)/);
    expect(ended.code).toBe(0);
  });

  it('tells the app which Node runs the core, exactly where Electron’s own is too old', {
    timeout: 60_000,
  }, async () => {
    const told = JSON.parse((await runElectron(app, '0')).stdout);
    const tooOld = Number(told.versions.napi) < 10;
    expect(told.node ?? null).toBe(runtime.nodePath);
    expect(runtime.nodePath === null).toBe(!tooOld);
    if (runtime.nodePath === null) return;
    const external = await runCommand(runtime.nodePath, ['-p', 'process.versions.napi']);
    expect(Number(external.stdout)).toBeGreaterThanOrEqual(10);
  });

  it('is found again at once and silently', async () => {
    const lines: string[] = [];
    expect(await provisionRuntime({ virtualDisplay: true, say: (line) => lines.push(line) })).toEqual(runtime);
    expect(lines).toEqual([]);
  });
});

describe('a failure', () => {
  it('is one sentence on standard error and a non-zero exit', { timeout: 60_000 }, async () => {
    for (const words of [[], [path.join(app, 'nothing-here')]]) {
      const ended = await runElectron(...words);
      expect(ended.code).toBe(1);
      expect(ended.stdout).toBe('');
      expect(ended.stderr).toMatch(/^Counterpart: .+\.\n$/);
    }
  });

  it('names an unusable folder of one’s own choice', async () => {
    const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: app };
    await expect(provisionRuntime({ env })).rejects.toThrow(/ELECTRON_OVERRIDE_DIST_PATH/);
  });

  it('tells an old Node what to do before any TypeScript is read', async () => {
    const old = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.0', napi: '9' } });`;
    const ended = await runCommand(
      process.execPath,
      [
        '--import',
        `data:text/javascript,${encodeURIComponent(old)}`,
        '--import',
        './tools/runtime/require-node.mjs',
        '-e',
        '0',
      ],
      { cwd: PROJECT_ROOT },
    );
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/^Counterpart: Node 20\.20\.0 is too old.*npm ci.*\n$/);
  });
});

describe('the environment of the app', () => {
  it('never carries on what belongs to another launch', () => {
    const env = { ELECTRON_RUN_AS_NODE: '1', COUNTERPART_NODE: '/old/node', KEPT: 'yes' };
    expect(launchEnvironment({ ...runtime, nodePath: null }, env)).toEqual({ KEPT: 'yes' });
    expect(launchEnvironment({ ...runtime, nodePath: '/new/node' }, env)).toEqual({
      KEPT: 'yes',
      COUNTERPART_NODE: '/new/node',
    });
  });
});
