import { describe, expect, it } from 'vitest';
import { chordOf, expandChord, printChord } from '#renderer/app/chord.ts';
import { keyboardMap } from '#renderer/app/keyboard-map.ts';

const press = (key: string, code: string, held: string[] = []) => ({
  key,
  code,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
});

describe('the keyboard map', () => {
  it('binds no key twice', () => {
    const chords = keyboardMap.flatMap((binding) => binding.chords.flatMap((chord) => expandChord(chord)));
    expect(chords.filter((chord, index) => chords.indexOf(chord) !== index)).toEqual([]);
  });

  it('keeps the keys of the guided conversation where people expect them, and those of rehearsal and the workshop', () => {
    const chords = keyboardMap.flatMap((binding) => binding.chords.flatMap((chord) => expandChord(chord)));
    for (const given of [
      'Alt+1',
      'Alt+9',
      'Alt+PageUp',
      'Alt+PageDown',
      'Mod+.',
      'Mod+N',
      'Mod+P',
      'F2',
      'F3',
      'F4',
      'F8',
      'F9',
    ]) {
      expect(chords).toContain(given);
    }
  });

  it('names no id twice', () => {
    const ids = keyboardMap.map((binding) => binding.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('chords', () => {
  it('take digits by their place, whatever Shift makes of them', () => {
    expect(chordOf(press('!', 'Digit1', ['ctrl', 'shift']), false)).toBe('Mod+Shift+1');
    expect(chordOf(press('1', 'Digit1', ['ctrl']), false)).toBe('Mod+1');
    expect(chordOf(press('1', 'Digit1'), false)).toBe('1');
  });

  it('know Ctrl from the Windows key, and use the command key on a Mac', () => {
    expect(chordOf(press('k', 'KeyK', ['ctrl']), false)).toBe('Mod+K');
    expect(chordOf(press('k', 'KeyK', ['meta']), false)).toBeNull();
    expect(chordOf(press('k', 'KeyK', ['meta']), true)).toBe('Mod+K');
  });

  it('take a printed sign as it is, on layouts that need Shift for it too', () => {
    expect(chordOf(press('/', 'Slash'), false)).toBe('/');
    expect(chordOf(press('/', 'Digit7', ['shift']), false)).toBe('/');
  });

  it('tell F6 from Shift F6', () => {
    expect(chordOf(press('F6', 'F6', ['shift']), false)).toBe('Shift+F6');
  });

  it('print as the keys are labelled', () => {
    expect(printChord('Mod+1-9', false)).toBe('Ctrl 1–9');
    expect(printChord('Alt+ArrowLeft', false)).toBe('Alt ←');
    expect(printChord('Mod+Enter', true)).toBe('⌘ Enter');
  });
});
