import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** What decides how Electron must be started on this machine. */
export interface LaunchFacts {
  platform: NodeJS.Platform;
  isRoot: boolean;
  /** False where the system keeps ordinary programs from making namespaces and no set-uid helper is installed. */
  sandboxPossible: boolean;
  virtualDisplay: boolean;
  hasGraphicsDevice: boolean;
  /** A Wayland session without an X server beside it. */
  waylandOnly: boolean;
}

/** The switches to put before the app folder. */
export function launchArguments(facts: LaunchFacts): string[] {
  if (facts.platform !== 'linux') return [];
  const switches: string[] = [];
  if (facts.isRoot || !facts.sandboxPossible) switches.push('--no-sandbox');
  // On a display without graphics one launch in ten to twenty hangs with the GPU process on.
  if (facts.virtualDisplay || !facts.hasGraphicsDevice) switches.push('--disable-gpu');
  if (facts.waylandOnly) switches.push('--ozone-platform-hint=auto');
  return switches;
}

/** True when windows cannot be shown here and need a virtual display. */
export function lacksDisplay(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  return platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'];
}

export function gatherLaunchFacts(electronPath: string, env: NodeJS.ProcessEnv, virtualDisplay: boolean): LaunchFacts {
  return {
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    sandboxPossible: namespacesAllowed() || hasSetuidHelper(electronPath),
    virtualDisplay,
    hasGraphicsDevice: existsSync('/dev/dri'),
    waylandOnly: !virtualDisplay && !env['DISPLAY'] && Boolean(env['WAYLAND_DISPLAY']),
  };
}

function namespacesAllowed(): boolean {
  const forbidden =
    kernelSetting('unprivileged_userns_clone') === '0' ||
    kernelSetting('apparmor_restrict_unprivileged_userns') === '1';
  return !forbidden;
}

function kernelSetting(name: string): string | null {
  const file = `/proc/sys/kernel/${name}`;
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

function hasSetuidHelper(electronPath: string): boolean {
  const found = statSync(path.join(path.dirname(electronPath), 'chrome-sandbox'), { throwIfNoEntry: false });
  return found !== undefined && found.uid === 0 && (found.mode & 0o4000) !== 0;
}
