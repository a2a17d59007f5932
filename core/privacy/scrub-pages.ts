import { closeSync, fdatasyncSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';

/** Bytes read and cleaned in one turn of the core. */
const TURN_BYTES = 4 * 1024 * 1024;
const FILE_HEADER = 100;
/** First bytes of the pages that hold cells: inner and leaf pages of tables and indexes. */
const CELL_PAGES: ReadonlySet<number> = new Set([2, 5, 10, 13]);
const INNER_PAGES: ReadonlySet<number> = new Set([2, 5]);

export interface PageScrubber {
  /** From the first page on. */
  begin(): void;
  /** Cleans the next pages; false once all are done. */
  turn(): boolean;
  close(): void;
}

/**
 * Zeroes the room between the cells of every page of a database file. SQLite overwrites what it deletes (`secure_delete`), but
 * where it shares cells out anew between pages their old bytes stay in that room, and with them what is erased later. Nothing
 * reads that room, so that a turn cut off anywhere leaves a sound file.
 *
 * Whoever calls `turn` has just emptied the write-ahead log and dropped the page cache: no older image of a page may be
 * written over a clean one. The file stays open until `close`, because closing any handle of it would give up SQLite's locks.
 */
export function openScrubber(file: string): PageScrubber {
  const handle = openSync(file, 'r+');
  const header = Buffer.alloc(FILE_HEADER);
  readSync(handle, header, 0, FILE_HEADER, 0);
  const stated = header.readUInt16BE(16);
  const pageSize = stated === 1 ? 65_536 : stated;
  /** Some extensions keep bytes of their own at the end of each page. */
  const usable = pageSize - (header[20] ?? 0);
  let at = 0;
  return {
    begin() {
      at = 0;
    },
    turn() {
      const { size } = fstatSync(handle);
      const bytes = Buffer.alloc(Math.min(Math.floor(TURN_BYTES / pageSize) * pageSize, size - at));
      if (bytes.length < pageSize) {
        fdatasyncSync(handle);
        return false;
      }
      readSync(handle, bytes, 0, bytes.length, at);
      for (let page = 0; page + pageSize <= bytes.length; page += pageSize) {
        const first = at + page === 0 ? FILE_HEADER : 0;
        const room = roomIn(bytes.subarray(page, page + pageSize), first, usable);
        if (room !== null && clean(bytes, page + room.from, page + room.to)) {
          writeSync(handle, bytes, page + room.from, room.to - room.from, at + page + room.from);
        }
      }
      at += bytes.length;
      return true;
    },
    close: () => closeSync(handle),
  };
}

/** The room between the list of cells and the first cell; null where the page is of another kind or makes no sense. */
function roomIn(page: Buffer, header: number, usable: number): { from: number; to: number } | null {
  const kind = page[header] ?? 0;
  if (!CELL_PAGES.has(kind)) return null;
  const cells = page.readUInt16BE(header + 3);
  const content = page.readUInt16BE(header + 5) || 65_536;
  const from = header + (INNER_PAGES.has(kind) ? 12 : 8) + 2 * cells;
  return from < content && content <= usable ? { from, to: content } : null;
}

/** Zeroes the bytes; false where they were zero. */
function clean(bytes: Buffer, from: number, to: number): boolean {
  const room = bytes.subarray(from, to);
  if (room.every((byte) => byte === 0)) return false;
  room.fill(0);
  return true;
}
