import type { Wording } from '../zh-cn/wording.ts';

export const errors: Wording['errors'] = {
  notSignedIn: { what: 'Nobody is signed in.', kept: 'What you typed is still here.', next: 'Pick your name first.' },
  notAllowed: { what: 'Your role does not allow this.', kept: 'Nothing was changed.', next: 'Ask somebody who may.' },
  notFound: { what: 'It is no longer there.', kept: 'What you typed is still here.', next: 'Search again.' },
  wrongPin: { what: 'Wrong PIN.', kept: 'Nothing was changed.', next: 'Try again.' },
  lineNotUsable: {
    what: 'This line cannot be used now.',
    kept: 'Nothing was copied or recorded.',
    next: 'Look at the line that replaces it.',
  },
  variablesMissing: {
    what: 'There are still gaps.',
    kept: 'What you filled in is still here.',
    next: 'Fill in what is marked in amber.',
  },
  locked: { what: 'The records are locked.', kept: 'They are all there.', next: 'Enter the recovery key.' },
  recoveryKeyRefused: {
    what: 'The recovery key was refused.',
    kept: 'What you typed is still here and the records are untouched.',
    next: 'Compare it with the paper.',
  },
  stepRefused: {
    what: 'This step is not complete yet.',
    kept: 'What is done is recorded.',
    next: 'Add what is missing, then go on.',
  },
  outOfDate: {
    what: 'Somebody changed it just now.',
    kept: 'What you typed is still here.',
    next: 'Look at the latest and do it again.',
  },
  enrolmentRefused: {
    what: 'This PC did not join the site',
    kept: 'What you typed is still here.',
    next: 'Check address and code, then try again.',
  },
  incidentRefused: {
    what: 'The incident was not changed',
    kept: 'Everything stands as it was.',
    next: 'Look at its end and at who speaks, then try again.',
  },
  publishingRefused: {
    what: 'This step could not be taken.',
    kept: 'Nothing was signed and nothing published.',
    next: 'See the note below and try again.',
  },
  backupUnusable: {
    what: 'This backup does not open or is incomplete.',
    kept: 'The records in use were not touched.',
    next: 'Try another one.',
  },
  storageFull: {
    what: 'The disk is full; this was not stored.',
    kept: 'Everything recorded before is safe.',
    next: 'Free some space and try again.',
  },
  coreUnavailable: {
    what: 'The record service is restarting.',
    kept: 'What you typed is still here.',
    next: 'It is back in seconds; press again then.',
  },
  timedOut: {
    what: 'No answer came in time.',
    kept: 'What you typed is still here.',
    next: 'See on the right whether it was recorded; if not, try again.',
  },
  invalidInput: {
    what: 'Something entered is not valid.',
    kept: 'What you typed is still here.',
    next: 'Change it and try again.',
  },
  unknownCall: {
    what: 'Two parts of the program differ in version.',
    kept: 'The records are all there.',
    next: 'Restart Counterpart.',
  },
  internal: {
    what: 'The program had a fault.',
    kept: 'What was recorded is safe.',
    next: 'Try again; if it stays, tell the administrator.',
  },
};
