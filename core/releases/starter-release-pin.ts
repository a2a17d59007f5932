/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: '76ac5baf91fd1583462b159597406f4793898976fa11b1506016341e5fc3e056',
} as const;
