/** Where the core tells of technical events. Never given anything a person typed, or anybody's data. */
export interface Logger {
  info(message: string): void;
  error(message: string, error?: unknown): void;
}
