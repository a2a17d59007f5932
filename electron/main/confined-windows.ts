import type { WebContents } from 'electron';
import type { PortScope } from '#contract/host.ts';

const confined = new WeakMap<WebContents, Exclude<PortScope, 'desk'>>();

/** Takes everything from a window but its own page and what belongs to its scope. */
export function confine(contents: WebContents, scope: Exclude<PortScope, 'desk'>): void {
  confined.set(contents, scope);
  contents.on('will-navigate', (event) => event.preventDefault());
}

/** What a window may call, of the core and of the shell. */
export function scopeOf(contents: WebContents): PortScope {
  return confined.get(contents) ?? 'desk';
}
