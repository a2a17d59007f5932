/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: '0acc7f4ce07290ca3ba98d9ead68b3c8fbc9d6142c765a243abee2acd6fb3b8d',
} as const;
