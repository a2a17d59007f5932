import type { Wording } from '../zh-cn/wording.ts';

export const backups: Wording['backups'] = {
  title: 'Backups',
  intro: 'One is made every day, then opened and checked. Seven days and four weeks are kept.',
  last: 'Last one: {{when}}, {{size}}',
  none: 'There is no backup yet.',
  make: 'Back up now',
  making: 'Backing up…',
  made: 'Backed up, opened and checked',
  problems: {
    full: 'The disk is full, so no backup was made. Earlier ones are safe; the next try is automatic once there is space.',
    failed: 'No backup was made. Earlier ones are safe; the next try is automatic.',
    damaged: 'The records have a fault. This copy is kept as it is, and no earlier good backup was removed.',
  },
  list: 'Backups to restore from',
  kinds: { whole: 'checked', damaged: 'with faults', beforeUpgrade: 'made before an upgrade' },
  restore: 'Restore this one',
  restoreOf: 'Restore the backup of {{when}}',
  onlyLead: 'A shift lead or administrator restores backups.',
  folder: 'Kept in',
  setAside_one: '{{count}} set of records replaced by a restore, {{size}}, is kept as it was.',
  setAside_other: '{{count}} sets of records replaced by restores, {{size}} in all, are kept as they were.',
  ask: {
    title: 'Go back to {{when}}?',
    text: 'What was recorded since will not be in the restored records. The records in use are not deleted; they are kept aside whole.',
    erased: 'Customers whose data was erased since are erased again.',
    restart: 'The record service restarts, which takes a few seconds.',
    confirm: 'Restore',
    cancel: 'Keep as it is',
    checking: 'Checking this backup…',
  },
};
