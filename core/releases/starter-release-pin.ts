/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: '383acc194d6f4d1cd0c01acd002fd931f9df8d92ae799af36aa9a2e6be6d617b',
} as const;
