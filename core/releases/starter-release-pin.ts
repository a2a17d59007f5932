/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: '11c2d7afea752d2e3e042c78f70fa3d5d6ea02b259adee3a09effbae8a7a3033',
} as const;
