import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export interface ReleasePin {
  version: string;
  sha256: string;
}

/** The module that makes the app accept exactly one starter release. */
export function pinModule({ version, sha256 }: ReleasePin): string {
  return `/** The starter release this app carries and accepts; written by \`npm run content -- build --pin\`. */
export const starterReleasePin = {
  version: '${version}',
  sha256: '${sha256}',
} as const;
`;
}

/** Null when the pin is the release's, else one sentence that says what to do. */
export function pinFault(pinPath: string, pin: ReleasePin): string | null {
  const pinned = existsSync(pinPath) ? readFileSync(pinPath, 'utf8') : '';
  if (pinned === pinModule(pin)) return null;
  if (pinned === '') return `${pinPath} does not exist; run: npm run content -- build --pin`;
  const known = /version: '([^']*)'/.exec(pinned)?.[1] ?? 'an unknown version';
  return known === pin.version
    ? `the wording changed but the release is still called ${known}: raise the version in release.yaml, then run: npm run content -- build --pin`
    : `the app is pinned to release ${known}, the library is ${pin.version}; if that is meant, run: npm run content -- build --pin`;
}

export function writePin(pinPath: string, pin: ReleasePin): void {
  writeFileSync(pinPath, pinModule(pin));
}
