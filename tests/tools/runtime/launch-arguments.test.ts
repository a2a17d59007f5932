import { describe, expect, it } from 'vitest';
import { type LaunchFacts, lacksDisplay, launchArguments } from '#tools/runtime/launch-arguments.ts';

const desktop: LaunchFacts = {
  platform: 'linux',
  isRoot: false,
  sandboxPossible: true,
  virtualDisplay: false,
  hasGraphicsDevice: true,
  waylandOnly: false,
};

describe('the switches for Electron', () => {
  it('are none on an ordinary desktop, so that the sandbox stays on', () => {
    expect(launchArguments(desktop)).toEqual([]);
  });

  it('turn the sandbox off only for root and where the system forbids it', () => {
    expect(launchArguments({ ...desktop, isRoot: true })).toEqual(['--no-sandbox']);
    expect(launchArguments({ ...desktop, sandboxPossible: false })).toEqual(['--no-sandbox']);
  });

  it('turn the graphics process off under a virtual display and without a graphics card', () => {
    expect(launchArguments({ ...desktop, virtualDisplay: true })).toEqual(['--disable-gpu']);
    expect(launchArguments({ ...desktop, hasGraphicsDevice: false })).toEqual(['--disable-gpu']);
  });

  it('ask for Wayland where it is all there is', () => {
    expect(launchArguments({ ...desktop, waylandOnly: true })).toEqual(['--ozone-platform-hint=auto']);
  });

  it('are none outside Linux', () => {
    const facts = { ...desktop, isRoot: true, hasGraphicsDevice: false };
    expect(launchArguments({ ...facts, platform: 'darwin' })).toEqual([]);
    expect(launchArguments({ ...facts, platform: 'win32' })).toEqual([]);
  });
});

describe('a missing display', () => {
  it('is noticed on Linux only, and an empty value counts as none', () => {
    expect(lacksDisplay('linux', {})).toBe(true);
    expect(lacksDisplay('linux', { DISPLAY: '' })).toBe(true);
    expect(lacksDisplay('linux', { DISPLAY: ':0' })).toBe(false);
    expect(lacksDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(false);
    expect(lacksDisplay('win32', {})).toBe(false);
  });
});
