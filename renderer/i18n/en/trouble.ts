import type { Wording } from '../zh-cn/wording.ts';

export const trouble: Wording['trouble'] = {
  start: {
    next: 'What to do',
    folderInUse: {
      title: 'Counterpart is already using these records',
      kept: 'The records are all there. Only one Counterpart at a time may write into them, so this one waits.',
      next: 'Please go back to the window that is open; if you cannot find it, sign out of the computer or restart it. Once the other one is closed, this one connects by itself.',
    },
    readOnlyFolder: {
      title: 'Nothing can be written into the data folder',
      kept: 'The records are untouched.',
      next: 'The folder or a file in it is read-only: please ask the administrator to allow writing. This desk then connects by itself.',
    },
    storageFull: {
      title: 'The disk is full, the records cannot be opened',
      kept: 'Everything recorded so far is there.',
      next: 'Please free a few hundred MB; this desk then connects by itself.',
    },
    networkFolder: {
      title: 'The data folder is on a network share and cannot be used',
      kept: 'Nothing was written there. Two computers writing into one file damage the records.',
      next: 'Please ask the administrator to move the data folder to a disk of this PC, then open Counterpart again.',
    },
    syncFolder: {
      title: 'The data folder is in a synced folder and cannot be used',
      kept: 'Nothing was written there. A sync service copies files while they are half written, which damages the records.',
      next: 'Please ask the administrator to move the data folder out of OneDrive, Nutstore, Dropbox, iCloud or the like, then open Counterpart again.',
    },
    newerDatabase: {
      title: 'These records were written by a newer version',
      kept: 'They were not touched.',
      next: 'Please update Counterpart on this PC too.',
    },
    migrationFailed: {
      title: 'Updating the records failed',
      kept: 'They are back to what they were before the update, and nothing is lost.',
      next: 'Please call the administrator; the copy made before is in “backups” in the data folder.',
    },
    release: {
      title: 'The wording cannot be opened',
      kept: 'The records are all there.',
      next: 'Files of the installation may be missing: please install Counterpart again.',
    },
    dataFolder: {
      title: 'The data folder cannot be used right now',
      kept: 'The records are untouched.',
      next: 'Please ask the administrator to look at the folder; this desk then connects by itself.',
    },
    internal: {
      title: 'The record service could not start',
      kept: 'The records are all there.',
      next: 'It tries again shortly; if this stays, please tell the administrator.',
    },
  },
  full: {
    title: 'The disk is full, nothing new can be recorded',
    text: 'Everything recorded so far is there, and searching and copying still work. Free some space and it recovers within seconds.',
  },
  findings: {
    lostTitle: 'The last few records did not survive',
    lostTail:
      'Most likely the power went or the disk failed: records were stored up to event {{seq}} of epoch {{epoch}}, and the file no longer has the end. What came before and what was recorded since is all there.',
    headTitle: 'The small file used for checking does not match',
    head: 'Nothing was found missing in the records themselves.',
    offer: 'A backup may still have the end: restore the newest, or carry on as it is.',
    backups: 'Look at the backups',
    goOn: 'Understood, carry on',
    goneOn: 'Noted; carry on',
    onlyLead: 'A lead or the administrator has to decide.',
    noted_one: '{{count}} earlier fault has been looked at already.',
    noted_other: '{{count}} earlier faults have been looked at already.',
  },
  damage: {
    title: 'Part of the record file is damaged: choose how to go on',
    intro:
      'Most likely the disk has a problem. Neither way loses anything more: the damaged file is kept aside as it is.',
    lostTitle: 'The record file cannot be read: go back to a backup',
    lostIntro:
      'Most likely the disk has a problem. Restoring loses nothing more: the damaged file is kept aside as it is.',
    looking: 'Looking how much can still be read…',
    readTitle: 'Keep everything that can be read',
    read: '{{readable}} events can be read, {{unreadable}} cannot. All that can be read are kept, and recording goes on from there.',
    readAction: 'Keep what can be read',
    backupTitle: 'Go back to a backup',
    backup: 'What was recorded after the backup is not in it.',
    backupAction: 'Restore {{when}}',
    noBackup: 'There is no backup on this PC yet.',
    working: 'Working; this takes up to a minute…',
    failed: 'This one cannot be used; try the other way.',
    folder: 'Data folder',
    help: 'If in doubt, leave it and ask the administrator. The disk needs checking too.',
  },
};
