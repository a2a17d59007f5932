/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: '8cce56a73974f9e76db70902934ab863881dfc89f1c38f716f5eeb0470208a20',
} as const;
