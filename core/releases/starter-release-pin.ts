/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: 'c1b2c640f39503a2e8c281c36156137015844fddb042ad33543891f3d844cbc9',
} as const;
