/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: '04a7b6242c00014f1e96eed6ff29872ee2c8e68ccc4427586e74c8b81b143739',
} as const;
