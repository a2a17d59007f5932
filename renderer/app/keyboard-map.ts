import type { Chord } from './chord.ts';

/**
 * Where a key works: `everywhere` in the frame; `always` also in a sheet over it; `search` only while the search box (or nothing) has the focus;
 * `outsideText` everywhere but in fields one types into.
 */
export type KeyPlace = 'everywhere' | 'always' | 'search' | 'outsideText';
export type KeyGroup = 'search' | 'line' | 'talk' | 'rehearsal' | 'library' | 'frame';

interface KeyBinding {
  readonly id: string;
  readonly chords: readonly Chord[];
  readonly place: KeyPlace;
  readonly group: KeyGroup;
}

/** Every key of the desk, once: the handlers and the F1 sheet both read this list. */
export const keyboardMap = [
  { id: 'focusSearch', chords: ['Mod+K'], place: 'everywhere', group: 'search' },
  { id: 'focusSearchSlash', chords: ['/'], place: 'outsideText', group: 'search' },
  { id: 'previousHit', chords: ['ArrowUp'], place: 'search', group: 'search' },
  { id: 'nextHit', chords: ['ArrowDown'], place: 'search', group: 'search' },
  { id: 'takeNumbered', chords: ['Mod+1-9'], place: 'everywhere', group: 'search' },
  { id: 'clearSearch', chords: ['Escape'], place: 'everywhere', group: 'search' },
  { id: 'reportMissing', chords: ['Mod+M'], place: 'everywhere', group: 'search' },
  { id: 'copyLine', chords: ['Enter'], place: 'search', group: 'line' },
  { id: 'sayLine', chords: ['Mod+Enter'], place: 'everywhere', group: 'line' },
  { id: 'toggleFavourite', chords: ['Mod+D'], place: 'everywhere', group: 'line' },
  { id: 'fillGap', chords: ['Mod+G'], place: 'everywhere', group: 'line' },
  { id: 'previousVariant', chords: ['Alt+ArrowLeft'], place: 'everywhere', group: 'line' },
  { id: 'nextVariant', chords: ['Alt+ArrowRight'], place: 'everywhere', group: 'line' },
  { id: 'nextCustomer', chords: ['Mod+N'], place: 'everywhere', group: 'talk' },
  { id: 'answer', chords: ['Alt+1-9'], place: 'everywhere', group: 'talk' },
  { id: 'tick', chords: ['Alt+Shift+1-9'], place: 'everywhere', group: 'talk' },
  { id: 'takeSuggestion', chords: ['Mod+Alt+1-5'], place: 'everywhere', group: 'talk' },
  { id: 'writeNote', chords: ['Mod+J'], place: 'everywhere', group: 'talk' },
  { id: 'takeRewording', chords: ['Mod+.'], place: 'always', group: 'talk' },
  { id: 'stageOn', chords: ['Alt+PageDown'], place: 'everywhere', group: 'talk' },
  { id: 'stageBack', chords: ['Alt+PageUp'], place: 'everywhere', group: 'talk' },
  { id: 'editCustomer', chords: ['Mod+I'], place: 'everywhere', group: 'talk' },
  { id: 'park', chords: ['Mod+Shift+P'], place: 'everywhere', group: 'talk' },
  { id: 'specialCall', chords: ['F10', 'Mod+Shift+K'], place: 'everywhere', group: 'talk' },
  { id: 'markMood', chords: ['F7'], place: 'everywhere', group: 'talk' },
  { id: 'undoStep', chords: ['Alt+Delete'], place: 'everywhere', group: 'talk' },
  { id: 'handOver', chords: ['Mod+Shift+T'], place: 'everywhere', group: 'talk' },
  { id: 'showSlip', chords: ['Mod+Shift+S'], place: 'everywhere', group: 'talk' },
  { id: 'blankSlip', chords: ['F12'], place: 'always', group: 'talk' },
  { id: 'showRecords', chords: ['Mod+Shift+H'], place: 'everywhere', group: 'talk' },
  { id: 'answerWay', chords: ['F2'], place: 'everywhere', group: 'rehearsal' },
  { id: 'takeHint', chords: ['F3'], place: 'everywhere', group: 'rehearsal' },
  { id: 'acknowledge', chords: ['F4'], place: 'everywhere', group: 'rehearsal' },
  { id: 'filterLibrary', chords: ['Mod+Shift+F'], place: 'everywhere', group: 'library' },
  { id: 'showVersions', chords: ['Mod+Shift+V'], place: 'everywhere', group: 'library' },
  { id: 'writeOwnLine', chords: ['Mod+Shift+E'], place: 'everywhere', group: 'library' },
  { id: 'includeOwnLines', chords: ['Mod+Shift+O'], place: 'everywhere', group: 'library' },
  { id: 'nextProblem', chords: ['F8'], place: 'everywhere', group: 'library' },
  { id: 'playIt', chords: ['F9'], place: 'everywhere', group: 'library' },
  { id: 'printShown', chords: ['Mod+P'], place: 'everywhere', group: 'frame' },
  { id: 'nextColumn', chords: ['F6'], place: 'everywhere', group: 'frame' },
  { id: 'previousColumn', chords: ['Shift+F6'], place: 'everywhere', group: 'frame' },
  { id: 'goToPlace', chords: ['Mod+Shift+1-7'], place: 'everywhere', group: 'frame' },
  { id: 'showIncidents', chords: ['Mod+Shift+A'], place: 'everywhere', group: 'frame' },
  { id: 'switchPerson', chords: ['Mod+L'], place: 'everywhere', group: 'frame' },
  { id: 'endShift', chords: ['Mod+Shift+L'], place: 'everywhere', group: 'frame' },
  { id: 'showKeys', chords: ['F1'], place: 'everywhere', group: 'frame' },
] as const satisfies readonly KeyBinding[];

export type ShortcutId = (typeof keyboardMap)[number]['id'];

/** The first chord of a shortcut, for printing beside a button. */
export function chordFor(id: ShortcutId): Chord {
  const binding = keyboardMap.find((each) => each.id === id);
  if (!binding) throw new RangeError(`no key is bound to ${id}`);
  return binding.chords[0];
}
