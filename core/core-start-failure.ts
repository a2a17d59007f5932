import type { StartFailure } from '#contract/host.ts';

/** The core cannot start on this data folder; `failure` tells the shell why, the message tells the person. */
export class CoreStartFailure extends Error {
  override readonly name = 'CoreStartFailure';
  readonly failure: StartFailure;
  constructor(failure: StartFailure, message: string, cause?: unknown) {
    super(message, { cause });
    this.failure = failure;
  }
}
