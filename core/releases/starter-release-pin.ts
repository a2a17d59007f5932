/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: '608d395eec3bda541d6009dab75fbee00c67d19854d1764a39090d99e4c22b80',
} as const;
