import type { Notice } from '#contract/library/notice.ts';
import { entriesOf, type Fault, type LibraryView } from './fault.ts';

/** A notice that stands longer is no longer a notice but a line. */
const LONGEST_DAYS = 90;
const DAY_MS = 86_400_000;

/** Notices hold from a moment to a later one, in scenes that exist, and say who speaks and what the others say. */
export function notices(library: LibraryView): Fault[] {
  const scenes = new Set(library.packs.flatMap((pack) => pack.scenes.map((scene) => `${pack.id}/${scene.id}`)));
  return entriesOf(library, 'notice').flatMap((notice) =>
    noticeFaults(notice, scenes).map(({ path, reason }) => ({ rule: 'notices', entryId: notice.id, path, reason })),
  );
}

function noticeFaults(notice: Notice, scenes: ReadonlySet<string>) {
  const faults: { path: (string | number)[]; reason: string }[] = [];
  const add = (path: (string | number)[], reason: string) => faults.push({ path, reason });
  checkPeriod(notice, add);
  notice.scope.scenes.forEach((scene, index) => {
    if (!scenes.has(scene)) add(['scope', 'scenes', index], `there is no scene ${scene}`);
  });
  const mute = notice.speaker !== 'everyone';
  if (mute && notice.othersSay === undefined) {
    add(['speaker'], `only the ${notice.speaker} may say it: othersSay names the line for everybody else`);
  }
  if (!mute && notice.othersSay !== undefined) add(['othersSay'], 'everyone may say it, so there are no others');
  if (notice.level !== 'attention' && notice.tell.length === 0) {
    add(['level'], `a ${notice.level} notice names who must be told, and how fast`);
  }
  return faults;
}

function checkPeriod({ period, provenance }: Notice, add: (path: string[], reason: string) => void) {
  if ('hours' in period) return;
  const [from, to] = [momentMs(period.from), momentMs(period.to)];
  if (Number.isNaN(from)) add(['period', 'from'], `there is no day ${period.from.slice(0, 10)}`);
  if (Number.isNaN(to)) add(['period', 'to'], `there is no day ${period.to.slice(0, 10)}`);
  if (to <= from) add(['period', 'to'], 'the notice ends before it begins');
  if (to - from > LONGEST_DAYS * DAY_MS) add(['period'], `a notice holds ${LONGEST_DAYS} days at most`);
  const { effectiveFrom, expiresOn } = provenance;
  if (period.from.slice(0, 10) < effectiveFrom)
    add(['period', 'from'], `begins before it is in effect, ${effectiveFrom}`);
  if (expiresOn !== undefined && period.to.slice(0, 10) > expiresOn) {
    add(['period', 'to'], `ends after it expires, ${expiresOn}`);
  }
}

/** NaN for days that no calendar has, such as 30 February. */
function momentMs(moment: string): number {
  const atMs = Date.parse(`${moment}:00Z`);
  return Number.isNaN(atMs) || new Date(atMs).toISOString().slice(0, 16) !== moment ? Number.NaN : atMs;
}
