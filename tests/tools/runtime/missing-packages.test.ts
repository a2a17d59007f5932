import { describe, expect, it } from 'vitest';
import {
  installableNames,
  installLine,
  missingFromLdd,
  packagesFor,
  type SystemFindings,
} from '#tools/runtime/missing-packages.ts';

const complete: SystemFindings = {
  missingLibraries: [],
  hasXvfb: true,
  hasXdgOpen: true,
  hasChineseFont: true,
  hasPostgres: true,
  hasCompiler: true,
};
const LIBRARIES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libxtst6', 'libnotify4'];

describe('reading the loader’s answer', () => {
  it('takes the names that were not found, each once', () => {
    const output = [
      '\tlinux-vdso.so.1 (0x00007ffd)',
      '\tlibgtk-3.so.0 => not found',
      '\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f1)',
      '\tlibnss3.so => not found',
      '\tlibnss3.so => not found',
    ].join('\n');
    expect(missingFromLdd(output)).toEqual(['libgtk-3.so.0', 'libnss3.so']);
  });

  it('finds nothing missing where everything is there', () => {
    expect(missingFromLdd('\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)\n')).toEqual([]);
  });
});

describe('the packages to install', () => {
  it('are none on a complete machine', () => {
    expect(packagesFor(complete)).toEqual([]);
    expect(
      packagesFor({ ...complete, hasXvfb: null, hasChineseFont: null, hasPostgres: null, hasCompiler: null }),
    ).toEqual([]);
  });

  it('are all of Electron’s as soon as one library is missing', () => {
    expect(packagesFor({ ...complete, missingLibraries: ['libgbm.so.1'] })).toEqual(LIBRARIES);
  });

  it('name the virtual display, the font and xdg-utils each for itself', () => {
    expect(packagesFor({ ...complete, hasXvfb: false })).toEqual(['xvfb']);
    expect(packagesFor({ ...complete, hasChineseFont: false })).toEqual(['fonts-noto-cjk']);
    expect(packagesFor({ ...complete, hasXdgOpen: false })).toEqual(['xdg-utils']);
  });

  it('include the font on a bare machine that cannot be asked for fonts', () => {
    const bare: SystemFindings = {
      missingLibraries: ['libgtk-3.so.0'],
      hasXvfb: false,
      hasXdgOpen: false,
      hasChineseFont: null,
      hasPostgres: false,
      hasCompiler: false,
    };
    expect(packagesFor(bare)).toEqual([
      'xvfb',
      ...LIBRARIES,
      'fonts-noto-cjk',
      'xdg-utils',
      'postgresql',
      'gcc',
      'libc6-dev',
    ]);
  });

  it('take the new name where a release renamed a library', async () => {
    const known = new Set(['xvfb', 'libgtk-3-0t64', 'libnss3']);
    const names = await installableNames(['xvfb', 'libgtk-3-0', 'libnss3', 'gone'], async (name) => known.has(name));
    expect(names).toEqual(['xvfb', 'libgtk-3-0t64', 'libnss3', 'gone']);
  });

  it('fit into one line to paste', () => {
    const line = installLine(['xvfb', 'xdg-utils']);
    expect(line).toMatch(/^sudo apt-get .*apt-get install -y .*xvfb xdg-utils$/);
    expect(line).not.toContain('\n');
  });
});
