/** The child's end of the way to whoever started it: a Node that forked it, or the desk's shell. */
export interface ChildChannel {
  /** Resolves once the message is on its way, so that a large answer does not pile up here. */
  send(message: unknown): Promise<void>;
  /** The one request a child is started for. */
  onRequest(listener: (request: unknown) => void): void;
  close(): void;
}

/** The part of Electron's utility process that we use; present only there. */
interface ParentPort {
  postMessage(message: unknown): void;
  once(event: 'message', listener: (event: { data: unknown }) => void): void;
}

export function openChildChannel(): ChildChannel {
  const { parentPort } = process as unknown as { parentPort?: ParentPort };
  if (parentPort) {
    return {
      send: async (message) => parentPort.postMessage(message),
      onRequest: (listener) => parentPort.once('message', ({ data }) => listener(data)),
      // The shell ends the child once it has heard the last message.
      close: () => undefined,
    };
  }
  process.once('disconnect', () => process.exit());
  return {
    send: (message) => new Promise((resolve) => process.send?.(message, () => resolve())),
    onRequest: (listener) => process.once('message', listener),
    close: () => process.disconnect(),
  };
}
