/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: '6e56b552dcd17b8a51606bd0b93df77c28ffaf83bc5c282cb096e025b0598835',
} as const;
