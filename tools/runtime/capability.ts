/** The Node-API version SQLite's binding is built for; importing it under an older one kills the process. */
export const REQUIRED_NODE_API = 10;

/** Where the core process runs: inside Electron, or forked with a Node of its own. */
export type CoreHost = 'utilityProcess' | 'externalNode';

/** Chooses by what the runtime can do, never by its name or version. */
export function chooseCoreHost(electronNodeApi: number): CoreHost {
  return electronNodeApi >= REQUIRED_NODE_API ? 'utilityProcess' : 'externalNode';
}

/** Reads `process.versions` as printed by a runtime; null when the text is something else. */
export function parseVersions(text: string): { electron: string; nodeApi: number } | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof parsed !== 'object' || parsed === null || !('electron' in parsed) || !('napi' in parsed)) return null;
  const nodeApi = Number(parsed.napi);
  return typeof parsed.electron === 'string' && Number.isInteger(nodeApi)
    ? { electron: parsed.electron, nodeApi }
    : null;
}
