import type { Wording } from '../zh-cn/wording.ts';

export const frame: Wording['frame'] = {
  product: 'Counterpart',
  close: 'Close',
  cancel: 'Not now',
  back: 'Back',
  loading: 'Loading',
  places: 'Places',
  place: {
    desk: 'Desk',
    orders: 'Orders',
    rehearsal: 'Rehearse',
    library: 'Library',
    workshop: 'Workshop',
    settings: 'Settings',
  },
  columns: { list: 'Search results', line: 'The line', aside: 'Conversation and last uses' },
  asideOpen: 'Open the right column',
  asideTitle: 'Conversation and last uses',
  showList: 'Results',
  showLine: 'Line',
  columnSwitch: 'Column to show',
  crashTitle: 'This screen has failed',
  crashText: 'Your records are on this PC and nothing is lost. Open the screen again to carry on.',
  crashRetry: 'Open again',
  justNow: 'just now',
  listJoin: ', ',
};
