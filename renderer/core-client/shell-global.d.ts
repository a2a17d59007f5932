import type { CounterpartShell } from '#contract/shell.ts';

declare global {
  interface Window {
    readonly counterpartShell: CounterpartShell;
  }
}
