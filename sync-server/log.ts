export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** One line of JSON an event, never with anything a person typed, a name, or a payload. */
export interface Log {
  info(what: string, fields?: LogFields): void;
  error(what: string, error: unknown, fields?: LogFields): void;
}

export function createLog(write: (line: string) => void, nowMs: () => number): Log {
  const line = (level: string, what: string, fields: LogFields): void =>
    write(JSON.stringify({ at: new Date(nowMs()).toISOString(), level, what, ...fields }));
  return {
    info: (what, fields = {}) => line('info', what, fields),
    error: (what, error, fields = {}) =>
      // A database error quotes values; name, code and place are enough to find the bug.
      line('error', what, { ...fields, error: nameOf(error), code: codeOf(error), place: placeOf(error) }),
  };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
const placeOf = (error: unknown): string | null =>
  error instanceof Error
    ? (error.stack
        ?.split('\n')
        .find((row) => row.trimStart().startsWith('at '))
        ?.trim() ?? null)
    : null;
