/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: '0af1cb0725a46f1381cfa3bce541a634026b46eac95968fea894749476cd196c',
} as const;
