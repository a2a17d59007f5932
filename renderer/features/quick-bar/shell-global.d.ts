import type { QuickBarShell } from '#contract/shell.ts';

declare global {
  interface Window {
    /** Only in the window of the quick bar. */
    readonly quickBarShell: QuickBarShell;
  }
}
