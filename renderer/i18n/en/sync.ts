import type { Wording } from '../zh-cn/wording.ts';

export const sync: Wording['sync'] = {
  state: {
    held: 'A backup was restored; syncing waits',
    salvaged: 'Records were rescued; syncing waits',
    alone: 'No server',
    upToDate: 'Synced {{when}}',
    sending_one: 'Sending {{count}} record, the oldest from {{since}}',
    sending_other: 'Sending {{count}} records, the oldest from {{since}}',
    pending_one: '{{count}} record waiting since {{since}}',
    pending_other: '{{count}} records waiting since {{since}}',
    troubled_one: 'Server away, {{count}} record kept here since {{since}}',
    troubled_other: 'Server away, {{count}} records kept here since {{since}}',
    troubledNothing: 'Server away, nothing waiting',
  },
  alone: 'This PC works alone',
  aloneText:
    'Everything works. Once it joins a site, work orders, rules and alerts stay the same on all PCs of that site.',
  askLead: 'A lead or administrator can join a site here.',
  server: 'Server address',
  code: 'Joining code',
  codeHint: 'Ten characters, good for a day and for one PC. Your administrator issues it.',
  deskName: 'Name of this PC',
  enrol: 'Join the site',
  enrolled: 'Joined {{site}}',
  enrolledText: 'Server: {{server}}',
  refused: {
    code: 'The code is wrong, used or over. What you typed is still here; ask for a new one.',
    unreachable: 'That server does not answer. Check address and network; what you typed is still here.',
    notUnderstood: 'What answers there is not a Counterpart server, or its version does not match.',
    typed: 'The address begins with https://, the code has ten letters and digits.',
  },
  leave: 'Leave the site',
  leaveAsk: 'Leave this site?',
  leaveText:
    'Everything on this PC stays. Nothing more goes up, and no orders or rules come from the others. Joining again needs a new code.',
  tryNow: 'Try now',
  neverLevel: 'Never synced yet.',
  lastLevel: 'Last synced: {{when}}',
  problem: {
    unreachable: 'No network, or the server is down. Everything is kept here and goes up by itself; work on as usual.',
    notEnrolled:
      'The server no longer knows this PC. Everything is kept here; ask the administrator, then leave and join again if needed.',
    clock: 'The clock of this PC is too far off. Please set the system time.',
    serverBusy: 'The server is busy; another try follows by itself.',
    journalDamaged:
      'A part of the records on this PC cannot be read, and syncing waits there. A lead should look under Data and backups; the latest backup can be restored.',
    notUnderstood:
      'The server answered something unknown, probably another version. Everything is kept here; tell the administrator.',
  },
  held: 'A backup was restored: look first, then go on syncing',
  heldText:
    'This PC went back to the backup of {{made}} ({{restored}}). What was written since then is here and has not gone up.',
  heldNext:
    'Make sure this is the backup you meant, then go on. The orders and rules of the other PCs come down as soon as syncing goes on.',
  salvaged: 'Records were rescued: look first, then go on syncing',
  heldSalvaged:
    'The file of records on this PC was damaged; on {{restored}} it went on with what could be read. What was written since is here and has not gone up; what could not be read but had gone up before is still on the server.',
  salvagedNext: 'Look whether the orders in hand are right, then go on.',
  goOn: 'It is right, go on syncing',
  goneOn: 'Syncing again',
  heldAsk: 'A lead or administrator has to look first.',
  raisedShort: 'some events need a look',
  raisedSince: ', since {{since}}',
  raised: 'Some records need the administrator',
  raisedText: 'They are kept here and on the server, nothing is lost, and the rest goes up all the same.',
  raisedNext:
    'Work on as usual. Please ask the administrator to look at the records under Data and backups, and to restore a sound backup if needed.',
  raisedTwice:
    'Work on as usual. Please ask the administrator whether another PC uses a copy of this data: if so, keep one of them, and let the other join again with an empty data folder.',
  reason: {
    otherHash: 'the server holds another one at its place',
    hashMismatch: 'does not fit its neighbours',
    commitmentMismatch: 'its content is not what was written',
    chainBroken: 'the one before is missing',
    unreadable: 'cannot be read',
  },
  disagreement:
    'The server remembers event {{seq}} of epoch {{epoch}} differently: the records were cut once, or two PCs share one identity.',
};
