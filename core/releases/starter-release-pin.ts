/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: '9e832596614f7de3cae9ea3261e39861e1e105e882bcf1279ba3300b8d88d56b',
} as const;
