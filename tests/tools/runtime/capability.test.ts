import { describe, expect, it } from 'vitest';
import { chooseCoreHost, parseVersions } from '#tools/runtime/capability.ts';

describe('where the core runs', () => {
  it('is the utility process as soon as Electron speaks the Node-API SQLite needs', () => {
    expect(chooseCoreHost(10)).toBe('utilityProcess');
    expect(chooseCoreHost(11)).toBe('utilityProcess');
  });

  it('is a Node of its own under an older Electron', () => {
    expect(chooseCoreHost(9)).toBe('externalNode');
  });
});

describe('what a runtime prints about itself', () => {
  it('gives Electron’s version and the Node-API as a number', () => {
    expect(parseVersions('{"electron":"33.2.1","napi":"9"}\n')).toEqual({ electron: '33.2.1', nodeApi: 9 });
  });

  it('is not believed when it is no Electron or no JSON', () => {
    expect(parseVersions('')).toBeNull();
    expect(parseVersions('error while loading shared libraries')).toBeNull();
    expect(parseVersions('{"node":"24.0.0","napi":"10"}')).toBeNull();
    expect(parseVersions('{"electron":"33.2.1","napi":"old"}')).toBeNull();
    expect(parseVersions('null')).toBeNull();
  });
});
