/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: '2b7d760bdc346a65b9302a5c2b8b1d0a7b494a771caa4c265cc5b7f91bec772e',
} as const;
