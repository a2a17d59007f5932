/** Opening a key takes its time by design, and a release is checked whole before it is signed: far longer than any other call. */
export const SIGNING_CALL = { context: { timeoutMs: 60_000 } };
