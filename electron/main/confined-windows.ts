import type { WebContents } from 'electron';

const confined = new WeakSet<WebContents>();

/** Takes everything from a window but its own page and its own slip: it stands before strangers. */
export function confine(contents: WebContents): void {
  confined.add(contents);
  contents.on('will-navigate', (event) => event.preventDefault());
}

/** True for a window that may call nothing of the shell. */
export function isConfined(contents: WebContents): boolean {
  return confined.has(contents);
}
