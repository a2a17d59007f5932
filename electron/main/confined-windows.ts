import type { WebContents } from 'electron';
import type { PortScope } from '#contract/host.ts';

const confined = new WeakMap<WebContents, Exclude<PortScope, 'desk'>>();

/** What every window beside the desk's runs under. */
export const confinedPreferences = (preloadFile: string) => ({
  preload: preloadFile,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  spellcheck: false,
  // A hidden page that is throttled would show its last picture for a moment when it comes back.
  backgroundThrottling: false,
});

/** Takes everything from a window but its own page and what belongs to its scope. */
export function confine(contents: WebContents, scope: Exclude<PortScope, 'desk'>): void {
  confined.set(contents, scope);
  contents.on('will-navigate', (event) => event.preventDefault());
}

/** What a window may call, of the core and of the shell. */
export function scopeOf(contents: WebContents): PortScope {
  return confined.get(contents) ?? 'desk';
}
