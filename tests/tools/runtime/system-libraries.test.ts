import { chmod, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureSystemLibraries } from '#tools/runtime/system-libraries.ts';

// A machine made of a few scripts: `installed` exists once the pretended apt-get has run.
let machine = '';
const at = (name: string) => path.join(machine, name);
const needs = { electronPath: '/opt/electron', virtualDisplay: false, tests: false };

async function program(name: string, script: string): Promise<void> {
  await writeFile(at(name), `#!/bin/sh\n${script}\n`);
  await chmod(at(name), 0o755);
}

beforeEach(async () => {
  machine = await mkdtemp(path.join(tmpdir(), 'machine-'));
  await symlink('/bin/sh', at('sh'));
  await program('ldd', `test -e ${at('installed')} || echo "	libgtk-3.so.0 => not found"`);
  await program('fc-list', 'echo Noto Sans CJK SC');
  await program('xdg-open', '');
  await program('apt-cache', 'echo "  Candidate: 1.0"');
  await program('apt-get', `echo "$@" >> ${at('calls')}; case "$1" in install) : > ${at('installed')};; esac`);
  vi.stubEnv('PATH', machine);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await rm(machine, { recursive: true, force: true });
});

const asUser = (uid: number) => vi.spyOn(process, 'getuid').mockReturnValue(uid);
const run = async (lines: string[] = []) => ensureSystemLibraries(needs, (line) => lines.push(line));

describe.skipIf(process.platform !== 'linux')('missing system libraries', () => {
  it('are installed by root on Debian, after a fresh look at the package lists', async () => {
    asUser(0);
    const lines: string[] = [];
    await run(lines);
    const calls = (await readFile(at('calls'), 'utf8')).trim().split('\n');
    expect(calls[0]).toMatch(/^update/);
    expect(calls[1]).toMatch(/^install .*--no-install-recommends .*libgtk-3-0 libnss3/);
    expect(lines.join('\n')).toContain('libgtk-3-0');
  });

  it('are named in one line to paste for everybody else', async () => {
    asUser(1000);
    await expect(run()).rejects.toThrow(/paste this line .*sudo apt-get install -y .*libgtk-3-0/);
    await expect(readFile(at('calls'))).rejects.toThrow();
  });

  it('are named on a system without apt', async () => {
    asUser(0);
    await rm(at('apt-get'));
    await expect(run()).rejects.toThrow(/lacks libgtk-3\.so\.0/);
  });

  it('are reported with apt’s own reason when it fails', async () => {
    asUser(0);
    await program('apt-get', 'echo "E: Unable to locate package" >&2; exit 100');
    await expect(run()).rejects.toThrow(/E: Unable to locate package/);
  });

  it('are not believed to be there because apt said so', async () => {
    asUser(0);
    await program('apt-get', 'exit 0');
    await expect(run()).rejects.toThrow(/still missing: libgtk-3\.so\.0/);
  });

  it('cost nothing when there are none', async () => {
    asUser(1000);
    await writeFile(at('installed'), '');
    const lines: string[] = [];
    await run(lines);
    expect(lines).toEqual([]);
  });

  it('include Xvfb only where windows open on a virtual display', async () => {
    asUser(1000);
    await writeFile(at('installed'), '');
    const needed = ensureSystemLibraries({ ...needs, virtualDisplay: true }, () => {});
    await expect(needed).rejects.toThrow(/recommends xvfb$/);
  });
});
