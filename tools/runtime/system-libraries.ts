import { globSync } from 'node:fs';
import { installableNames, installLine, missingFromLdd, packagesFor, type SystemFindings } from './missing-packages.ts';
import { commandExists, errorLine, runCommand } from './run-command.ts';
import { RuntimeFailure } from './runtime-failure.ts';

export interface SystemNeeds {
  electronPath: string;
  /** True when windows will open on a virtual display. */
  virtualDisplay: boolean;
  /** True when all tests will run: they start a PostgreSQL of their own and compile a recorder of writes. */
  tests: boolean;
}

/**
 * Makes sure that a Linux machine has what Electron needs: installs it where that is possible without asking (Debian,
 * root), otherwise fails with one line to paste. Other systems have it built in.
 */
export async function ensureSystemLibraries(needs: SystemNeeds, say: (line: string) => void): Promise<void> {
  if (process.platform !== 'linux') return;
  const findings = await inspectSystem(needs);
  const packages = packagesFor(findings);
  if (packages.length === 0) return;
  if (!(await commandExists('apt-get'))) {
    throw new RuntimeFailure(
      `this system lacks ${lacking(findings, packages)}; install the packages that your system calls ${packages.join(', ')} under Debian, then start again.`,
    );
  }
  if (process.getuid?.() !== 0) {
    const names = await installableNames(packages, hasCandidate);
    throw new RuntimeFailure(`system packages are missing; paste this line and start again: ${installLine(names)}`);
  }
  await installPackages(packages, say);
  const left = await inspectSystem(needs);
  const leftPackages = packagesFor(left);
  if (leftPackages.length > 0) {
    throw new RuntimeFailure(
      `after installing the system packages this is still missing: ${lacking(left, leftPackages)}; install it by hand and start again.`,
    );
  }
}

/** Looks at the machine without changing it. */
export async function inspectSystem(needs: SystemNeeds): Promise<SystemFindings> {
  const [libraries, fonts, hasXdgOpen, hasXvfb, hasPostgres, hasCompiler] = await Promise.all([
    runCommand('ldd', [needs.electronPath], { env: { ...process.env, LC_ALL: 'C' } }),
    runCommand('fc-list', [':lang=zh-cn', 'family']),
    commandExists('xdg-open'),
    needs.virtualDisplay ? commandExists('Xvfb') : null,
    needs.tests ? (await commandExists('initdb')) || globSync('/usr/lib/postgresql/*/bin/initdb').length > 0 : null,
    needs.tests ? commandExists('gcc') : null,
  ]);
  return {
    missingLibraries: missingFromLdd(libraries.stdout),
    hasXvfb,
    hasXdgOpen,
    hasPostgres,
    hasCompiler,
    hasChineseFont: fonts.code === 0 ? fonts.stdout.trim() !== '' : null,
  };
}

async function installPackages(packages: readonly string[], say: (line: string) => void): Promise<void> {
  say(`Installing system packages (running as root): ${packages.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const patient = ['-o', 'DPkg::Lock::Timeout=300'];
  const updated = await runCommand('apt-get', ['update', '-q', ...patient], { env });
  const names = await installableNames(packages, hasCandidate);
  const installed = await runCommand(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', ...patient, ...names],
    {
      env,
      watch: {
        everyMs: 10_000,
        look: (elapsedMs) => {
          say(`  … still installing, ${Math.round(elapsedMs / 1000)} s`);
          return undefined;
        },
      },
    },
  );
  if (installed.code === 0) return;
  const reason = errorLine(updated.code === 0 ? installed.stderr : updated.stderr);
  throw new RuntimeFailure(
    `the system packages could not be installed (apt-get: ${reason}); mend the package sources and run: ${installLine(names)}`,
  );
}

async function hasCandidate(name: string): Promise<boolean> {
  const policy = await runCommand('apt-cache', ['policy', name], { env: { ...process.env, LC_ALL: 'C' } });
  return /^\s*Candidate: (?!\(none\))/m.test(policy.stdout);
}

function lacking(findings: SystemFindings, packages: readonly string[]): string {
  return findings.missingLibraries.length > 0 ? findings.missingLibraries.join(', ') : packages.join(', ');
}
