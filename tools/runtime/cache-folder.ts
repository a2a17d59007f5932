import { homedir } from 'node:os';
import path from 'node:path';

/** The folder, outside node_modules, that keeps prepared runtimes and what is remembered about downloads. */
export function runtimeCacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const chosen = env['COUNTERPART_RUNTIME_CACHE'];
  if (chosen) return path.resolve(chosen);
  // XDG says that a relative value is to be ignored.
  const xdg = env['XDG_CACHE_HOME'];
  const base = xdg && path.isAbsolute(xdg) ? xdg : path.join(homedir(), '.cache');
  return path.join(base, 'counterpart', 'runtime');
}
