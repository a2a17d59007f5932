import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureBuilt, isBuildFresh } from '#tools/runtime/build-app.ts';

let root = '';

/** Writes a file and dates it and its folder, in seconds. */
async function file(name: string, atSeconds: number): Promise<void> {
  const full = path.join(root, name);
  await mkdir(path.dirname(full), { recursive: true });
  await writeFile(full, name === 'package.json' ? '{}' : '');
  await utimes(full, atSeconds, atSeconds);
  await utimes(path.dirname(full), atSeconds, atSeconds);
}

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'build-'));
  await file('core/db/open.ts', 100);
  await utimes(path.join(root, 'core'), 100, 100);
  await file('package.json', 100);
  await file('out/library/starter-release.json', 200);
  await file('out/main/index.js', 200);
  await file('out/preload/index.cjs', 200);
  await file('out/renderer/index.html', 200);
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('a build', () => {
  it('is fresh when all its parts are newer than all sources', async () => {
    expect(await isBuildFresh(root)).toBe(true);
  });

  it('is old when a source changed, wherever it lies', async () => {
    await file('core/db/open.ts', 300);
    expect(await isBuildFresh(root)).toBe(false);
  });

  it('is old when a source was deleted', async () => {
    await rm(path.join(root, 'core/db/open.ts'));
    expect(await isBuildFresh(root)).toBe(false);
  });

  it('is old when one part is older than a source or missing', async () => {
    await file('out/preload/index.cjs', 50);
    expect(await isBuildFresh(root)).toBe(false);
    await rm(path.join(root, 'out/preload'), { recursive: true });
    expect(await isBuildFresh(root)).toBe(false);
  });
});

describe('building', () => {
  const builder = 'node_modules/electron-vite/bin/electron-vite.js';
  const leavingTrace = (name: string) => `require('fs').appendFileSync('trace', '${name} ' + process.argv[2] + '\\n');`;

  beforeEach(async () => {
    await file('tools/content.ts', 100);
    await utimes(path.join(root, 'tools'), 100, 100);
    await file(builder, 100);
    await writeFile(path.join(root, 'tools/content.ts'), leavingTrace('content'));
    await writeFile(path.join(root, builder), leavingTrace('app'));
  });

  it('compiles the library and then the app, and says so once', async () => {
    const lines: string[] = [];
    await ensureBuilt(root, (line) => lines.push(line));
    expect(await readFile(path.join(root, 'trace'), 'utf8')).toBe('content build\napp build\n');
    expect(lines).toHaveLength(1);
  });

  it('is left out when the build is fresh', async () => {
    await utimes(path.join(root, 'tools/content.ts'), 100, 100);
    await ensureBuilt(root, () => {});
    await expect(readFile(path.join(root, 'trace'))).rejects.toThrow();
  });

  it('stops at the first step that fails, with a sentence', async () => {
    await writeFile(path.join(root, 'tools/content.ts'), 'process.exit(1);');
    await expect(ensureBuilt(root, () => {})).rejects.toThrow(/the library of lines could not be built/);
    await expect(readFile(path.join(root, 'trace'))).rejects.toThrow();
  });
});
