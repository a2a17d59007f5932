/** A failure whose message is one sentence for the person at the terminal: what happened and what to do. */
export class RuntimeFailure extends Error {
  override name = 'RuntimeFailure';
}

/**
 * Runs a command-line tool's main function and ends the process with its exit code. An expected failure prints its one
 * sentence; anything else is a bug of ours and prints its stack.
 */
export async function runAsCommand(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.exitCode = 1;
    console.error(error instanceof RuntimeFailure ? `Counterpart: ${error.message}` : error);
  }
}
