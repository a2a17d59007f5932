import type { Wording } from '../zh-cn/wording.ts';

export const trouble: Wording['trouble'] = {
  start: {
    folderInUse: {
      title: 'Counterpart is already using these records',
      text: 'Only one Counterpart at a time may write into the same records. Please go back to the window that is open; if you cannot find it, sign out of the computer or restart it. Once the other one is closed, this one connects by itself.',
    },
    readOnlyFolder: {
      title: 'Nothing can be written into the data folder',
      text: 'The folder or a file in it is read-only. Please ask the administrator to allow writing; existing records are untouched. This desk then connects by itself.',
    },
    storageFull: {
      title: 'The disk is full, the records cannot be opened',
      text: 'Everything recorded so far is there. Free a few hundred MB and this desk connects by itself.',
    },
    newerDatabase: {
      title: 'These records were written by a newer version',
      text: 'Please update Counterpart on this PC too. The records were not touched.',
    },
    migrationFailed: {
      title: 'Updating the records failed',
      text: 'They are back to what they were before the update and nothing is lost. Please call the administrator; the copy made before is in “backups” in the data folder.',
    },
    release: {
      title: 'The wording cannot be opened',
      text: 'Files of the installation may be missing: please install Counterpart again. The records are all there.',
    },
    internal: {
      title: 'The record service could not start',
      text: 'The records are all there. It tries again shortly; if this stays, please tell the administrator.',
    },
  },
  full: {
    title: 'The disk is full, nothing new can be recorded',
    text: 'Everything recorded so far is there, and searching and copying still work. Free some space and it recovers within seconds.',
  },
  findings: {
    lostTail:
      'The end of the records is missing: event {{seq}} of epoch {{epoch}} was stored, and the file no longer has it.',
    head: 'The small file used for checking does not match; nothing was found missing in the records themselves.',
    offer: 'A backup may still have it (Settings, Data and backups): restore the newest, or carry on as it is.',
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
    looking: 'Looking how much can still be read…',
    readTitle: 'Keep everything that can be read',
    read: '{{readable}} events can be read, {{unreadable}} cannot. All that can be read are kept, and recording goes on from there.',
    readAction: 'Keep what can be read',
    unreadableAll: 'This file can no longer be read; only a backup helps.',
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
