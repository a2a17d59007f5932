import type { ChildTask } from '#contract/host.ts';

/** A started child that answers one request and is then ended. */
export interface ChildLink {
  /** Absent where somebody else watches the child and only tells of its end. */
  readonly pid: number | undefined;
  send(message: unknown): void;
  onMessage(listener: (raw: unknown) => void): void;
  /** Called when the child ends without having been told to: out of memory, for another reason, or it never started. */
  onEnd(listener: (why: 'memory' | 'failed' | Error) => void): void;
  /** Kills it; nothing is heard of it afterwards. */
  end(): void;
}

/** Starts the child for a task, which is ended when its resident memory passes `memoryLimit` bytes. */
export type StartChild = (task: ChildTask, memoryLimit: number) => ChildLink;
