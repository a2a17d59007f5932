/** Where lines go: the process's own streams, or a test's lists. */
export interface Voice {
  out(line: string): void;
  error(line: string): void;
}
