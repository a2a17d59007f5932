/** Where lines go: the process's own streams, or a test's lists. */
export interface Voice {
  out(line: string): void;
  error(line: string): void;
}

/** A voice that says before every line which journal it is about. */
export function about(name: string, voice: Voice): Voice {
  return { out: (line) => voice.out(`${name}: ${line}`), error: (line) => voice.error(`${name}: ${line}`) };
}
