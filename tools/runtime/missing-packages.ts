/** What a look at a Linux machine found. */
export interface SystemFindings {
  /** File names of shared libraries Electron needs and the loader does not find. */
  missingLibraries: readonly string[];
  /** Null when no virtual display is needed. */
  hasXvfb: boolean | null;
  hasXdgOpen: boolean;
  /** Null when the machine has no fontconfig to ask. */
  hasChineseFont: boolean | null;
  /** Null when no tests will run. */
  hasPostgres: boolean | null;
  /** A C compiler, for the recorder of writes; null when no tests will run. */
  hasCompiler: boolean | null;
}

/** Everything Electron needs on a bare Debian, the libraries it loads only at run time included. */
const ELECTRON_PACKAGES = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libnotify4',
] as const;

/** The file names in `ldd` output that were not found. */
export function missingFromLdd(output: string): string[] {
  const names = [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
  return [...new Set(names)];
}

/**
 * The Debian packages that close the gaps. One library missing means a machine without a desktop: then the whole list
 * is named at once, because the loader never tells of libraries that are opened later.
 */
export function packagesFor(findings: SystemFindings): string[] {
  const packages: string[] = [];
  if (findings.hasXvfb === false) packages.push('xvfb');
  if (findings.missingLibraries.length > 0) packages.push(...ELECTRON_PACKAGES);
  const fontUnknownOnBareMachine = findings.hasChineseFont === null && findings.missingLibraries.length > 0;
  if (findings.hasChineseFont === false || fontUnknownOnBareMachine) packages.push('fonts-noto-cjk');
  if (!findings.hasXdgOpen) packages.push('xdg-utils');
  if (findings.hasPostgres === false) packages.push('postgresql');
  if (findings.hasCompiler === false) packages.push('gcc', 'libc6-dev');
  return packages;
}

/** Newer Debian releases renamed some libraries (…t64): takes the first name apt can install. */
export async function installableNames(
  packages: readonly string[],
  isInstallable: (name: string) => Promise<boolean>,
): Promise<string[]> {
  const names: string[] = [];
  for (const name of packages) {
    const renamed = `${name}t64`;
    names.push(!(await isInstallable(name)) && (await isInstallable(renamed)) ? renamed : name);
  }
  return names;
}

/** The line to paste into a terminal. */
export function installLine(packages: readonly string[]): string {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}
