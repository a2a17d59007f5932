/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: 'c0a492579f9aef630fcb6fc5b9bffe42e64e3378f431533e2d74ad8f8e7808d4',
} as const;
