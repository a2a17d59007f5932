/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: '68a469471e08c6b65f69c56dca783753bc46077c5e9d0242d71fb01d68b9a732',
} as const;
