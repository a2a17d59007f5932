import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '#core/db/data-folder.ts';
import { openForReading } from '#core/db/open.ts';

export const dataOf = (userData: string): string => join(userData, 'data');
const keptIn = (userData: string): string => join(userData, 'as-it-was');

/** Keeps the folder as it is now, in the middle of what the core writes, as a copy of a running PC would. */
export function keepAsItIs(userData: string): void {
  cpSync(dataOf(userData), keptIn(userData), { recursive: true });
}

/** Puts the whole folder back to what was kept: two PCs made from one disk. */
export function backToKept(userData: string): void {
  rmSync(dataOf(userData), { recursive: true });
  cpSync(keptIn(userData), dataOf(userData), { recursive: true });
}

/** Puts back what was kept, without the last frames of the write-ahead log: the newest commits never reached the disk. */
export function cutLog(userData: string, frames: number): void {
  const [was, now] = [dataFolder(keptIn(userData)), dataFolder(dataOf(userData))];
  for (const end of ['', '-wal']) copyFileSync(`${was.database}${end}`, `${now.database}${end}`);
  copyFileSync(was.head, now.head);
  const log = `${now.database}-wal`;
  const bytes = readFileSync(log);
  const [header, frame] = [32, 24 + bytes.readUInt32BE(8)];
  const run = bytes.subarray(16, 24);
  let end = header;
  // Behind the frames of this run lie those of an earlier one, which count no more.
  while (bytes.subarray(end + 8, end + 16).equals(run)) end += frame;
  truncateSync(log, Math.max(header, end - frames * frame));
}

/** Makes the newest event unreadable, as a bad block would: its row begins with bytes that mean nothing. */
export function breakNewestEvent(userData: string): void {
  const { database } = dataFolder(dataOf(userData));
  const db = openForReading(database);
  const newest: unknown = db.prepare('SELECT hash FROM journal ORDER BY epoch DESC, seq DESC').pluck().get();
  db.close();
  const bytes = readFileSync(database);
  const pageSize = bytes.readUInt16BE(16);
  const page = Math.floor(bytes.lastIndexOf(newest as Uint8Array) / pageSize) * pageSize;
  // The row that was written last lies first among the rows of its page.
  const row = page + bytes.readUInt16BE(page + 5);
  bytes.fill(0xff, row + 2, row + 12);
  writeFileSync(database, bytes);
}

/** Nothing of the database can be read any more. */
export function breakWhole(userData: string): void {
  const { database } = dataFolder(dataOf(userData));
  writeFileSync(database, Buffer.alloc(statSync(database).size, 0xff));
}

/** Moves the data folder away; where `folder` lies in something that is not there yet, that is made. */
export function moveData(userData: string, folder: string): string {
  mkdirSync(join(folder, '..'), { recursive: true });
  cpSync(dataOf(userData), folder, { recursive: true });
  return `--data-dir=${folder}`;
}
