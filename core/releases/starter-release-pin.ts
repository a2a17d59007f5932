/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: '411eaee57714568921bc36c807cfd7da8dd2fdf105d2a45d656a9759d7f01b6c',
} as const;
