import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeScriptsLibrary } from './make-scripts-library.ts';

function content(library: string, ...args: string[]) {
  const places = ['--library', library, '--out', join(library, 'out.json'), '--pin-file', join(library, 'pin.ts')];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/content.ts', ...args, ...places], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('the content command', () => {
  it('builds once the release is pinned, and refuses a release that is not', () => {
    const library = makeScriptsLibrary();
    mkdirSync(join(library, 'schema'));
    const unpinned = content(library, 'build');
    expect(unpinned.status).toBe(1);
    expect(unpinned.stderr).toContain('build --pin');
    expect(existsSync(join(library, 'out.json'))).toBe(false);

    const pinned = content(library, 'build', '--pin');
    expect(pinned.status).toBe(0);
    expect(JSON.parse(readFileSync(join(library, 'out.json'), 'utf8'))).toMatchObject({
      format: 1,
      version: '2026.11.1',
    });
    expect(content(library, 'build').status).toBe(0);
    expect(content(library, 'check').status).toBe(0);
  });

  it('prints the place of every fault, ends with 1, and builds nothing', () => {
    const library = makeScriptsLibrary({ 'zh-CN/hall/more.yaml': 'kind: line\nentries:\n  - id: hall/x\n' });
    const checked = content(library, 'check');
    expect(checked.status).toBe(1);
    expect(checked.stderr).toMatch(/more\.yaml:\d+ {2}hall\/x {2}\[schema\] /);
    expect(content(library, 'build', '--pin').status).toBe(1);
    expect(existsSync(join(library, 'out.json'))).toBe(false);
  });

  it('prints a sheet, and how it is used when it is not understood', () => {
    const library = makeScriptsLibrary();
    expect(content(library, 'sample', '--seed', '3', '--count', '1').stdout).toMatch(/^1\. /);
    expect(content(library, 'sample', '--count', 'many')).toMatchObject({ status: 2 });
    const unknown = content(library, 'polish');
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain('npm run content -- check');
  });
});
