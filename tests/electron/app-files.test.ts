import { expect, test } from 'vitest';
import { fileForPath } from '#electron/main/app-files.ts';

test.each([
  ['/', '/app/out/renderer/index.html'],
  ['/assets/main.js', '/app/out/renderer/assets/main.js'],
  ['/assets/%E5%8F%A3.js', '/app/out/renderer/assets/口.js'],
])('%s is served from %s', (pathname, file) => {
  expect(fileForPath('/app/out/renderer', pathname)).toBe(file);
});

test.each([
  '/../main/index.js',
  '/%2e%2e/main/index.js',
  '/assets/../../main/core.js',
  '/..%2f..%2fetc/passwd',
  '/a\\..\\..\\secret',
  '/%00',
  '/%E0%A4%A',
])('%s leads nowhere', (pathname) => {
  expect(fileForPath('/app/out/renderer', pathname)).toBeNull();
});
