import type { MessagePortMain } from 'electron';
import type { FromCore, PortScope, ToCore } from '#contract/host.ts';

/** A running core process, whichever way it was started. */
export interface CoreProcess {
  send(message: ToCore): void;
  /** Gives one end of a window's channel to the core. */
  connect(port: MessagePortMain, scope: PortScope): void;
  kill(): void;
  readonly pid: number | undefined;
}

export interface CoreProcessEvents {
  onMessage(message: FromCore): void;
  /** Called once; every port given to the process is closed by then. */
  onExit(exit: { code: number | null; signal: string | null }): void;
}

export interface CoreProcessOptions {
  /** The bundled core-host entry. */
  entryFile: string;
  /** A Node with Node-API 10 or newer, where Electron's own is older than the SQLite binding needs. */
  nodePath: string | null;
}

/** Node-API level that the SQLite binding was built for. Loading it on an older one kills the process. */
export const NEEDED_NODE_API = 10;

/** Which way of running the core this runtime allows: inside Electron, or under an external Node. */
export function chooseHost(nodeApi: number, nodePath: string | null): 'utilityProcess' | 'externalNode' | 'none' {
  if (nodeApi >= NEEDED_NODE_API) return 'utilityProcess';
  return nodePath === null ? 'none' : 'externalNode';
}
