/**
 * Where a worker of ours lies: beside the journal's in the built app, under its own name; in the source in its own folder,
 * given from `core/journal`.
 */
export function workerBeside(verifyWorkerUrl: URL, folder: string, name: string): URL {
  const inSource = verifyWorkerUrl.pathname.endsWith('.ts');
  return new URL(inSource ? `${folder}/${name}.ts` : `${name}.js`, verifyWorkerUrl);
}
