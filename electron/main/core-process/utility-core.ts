import { type MessagePortMain, utilityProcess } from 'electron';
import { fromCoreSchema } from '#contract/host.ts';
import type { CoreProcess, CoreProcessEvents, CoreProcessOptions } from './core-process.ts';

/** The core inside Electron: ports are handed over as they are, no byte passes through main. */
export function startUtilityCore(options: CoreProcessOptions, events: CoreProcessEvents): CoreProcess {
  const child = utilityProcess.fork(options.entryFile, [], { serviceName: 'Counterpart core', stdio: 'inherit' });
  const ports = new Set<MessagePortMain>();
  child.on('message', (message: unknown) => events.onMessage(fromCoreSchema.parse(message)));
  child.on('exit', (code) => {
    for (const port of ports) port.close();
    ports.clear();
    events.onExit({ code, signal: null });
  });
  return {
    send: (message) => child.postMessage(message),
    connect(port, scope) {
      child.postMessage({ kind: 'connect', portId: null, scope }, [port]);
      ports.add(port);
    },
    kill: () => void child.kill(),
    get pid() {
      return child.pid;
    },
  };
}
