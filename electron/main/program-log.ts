import { join } from 'node:path';
import log from 'electron-log/main.js';

/** The program's own log: technical events only; nothing a person typed and nobody's data is ever passed to it. */
export function openProgramLog(folder: string): (message: string) => void {
  log.transports.file.resolvePathFn = () => join(folder, 'counterpart.log');
  log.transports.file.maxSize = 2 * 1024 * 1024;
  log.transports.console.level = process.env.COUNTERPART_VERBOSE ? 'info' : 'warn';
  return (message) => log.info(message);
}
