import type { Wording } from '../zh-cn/wording.ts';

export const quickBar: Wording['quickBar'] = {
  title: 'Quick bar',
  takeNumbered: 'Take',
  putAway: 'Put away',
  leaveGap: 'Leave it open',
  toDesk: 'Open the desk',
  signInFirst: 'Pick your name on the desk, then search here.',
  nothing: 'No line fits',
  onlyNear: 'Nothing exact',
  searchOnDesk: 'Search on the desk',
  readOnDesk: 'This one is to be read whole: Enter opens it on the desk.',
  inForce: 'In force',
  moveTo: {
    left: 'To the left edge of the screen',
    floating: 'Over the work',
    right: 'To the right edge of the screen',
  },
  keysHeading: 'Hotkey',
  keysIntro:
    'From any program: one press and the quick bar is there; Enter copies, the bar goes, and you type on where you were.',
  keysNone: 'No keys open it now; use the tray icon or the button here.',
  keysChange: 'Change',
  keysSet: 'Set one',
  keysPress: 'Press the keys you would like',
  keysPressHint:
    'Hold two of Ctrl, Alt and Shift and press a letter, a digit or the space bar. Esc leaves it as it is.',
  keysWeak: '{{keys}} is used by many programs, which would miss it. Hold one more key.',
  keysOff: 'No hotkey',
  keysOffDone: 'The hotkey is off',
  keysChanged: 'The hotkey is now {{keys}}',
  keysTaken: 'Another program has {{keys}}: pressing it does not open the quick bar',
  keysTakenText: 'Choose other keys, or change them in that program first and come back here.',
  keysSystem:
    'Where the system gives no program a hotkey, add one in its own keyboard settings that runs counterpart --quick-bar.',
  keysRefused: 'Another program has {{keys}}; nothing was changed',
  keysRefusedText: 'Try other keys.',
  keysStill: '{{keys}} still opens it.',
  placeHeading: 'Where it lies',
  placeIntro:
    'Over the work it goes once you have copied; at an edge it is a slim column and stays. Alt with the left or right arrow moves it, too.',
  places: { left: 'Left edge', floating: 'Over the work', right: 'Right edge' },
  tryIt: 'Open it now',
};
