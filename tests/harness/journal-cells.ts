/** Where in a database file the bytes of a table's rows lie, read from the file format itself. */
export interface Cell {
  readonly offset: number;
  readonly length: number;
}

const LEAF = 0x0d;
const INTERIOR = 0x05;

/** The cells of all leaf pages under a table's root page; rows must not overflow their page. */
export function tableCells(file: Buffer, rootPage: number): Cell[] {
  const pageSize = file.readUInt16BE(16);
  const page = (rootPage - 1) * pageSize;
  const header = rootPage === 1 ? page + 100 : page;
  const type = file[header];
  const count = file.readUInt16BE(header + 3);
  const pointers = header + (type === INTERIOR ? 12 : 8);
  const starts = Array.from({ length: count }, (_, index) => page + file.readUInt16BE(pointers + index * 2));
  if (type === LEAF) return starts.map((offset) => ({ offset, length: cellLength(file, offset) }));
  if (type !== INTERIOR) throw new Error(`page ${rootPage} is no page of a table`);
  const children = starts.map((offset) => file.readUInt32BE(offset));
  return [...children, file.readUInt32BE(header + 8)].flatMap((child) => tableCells(file, child));
}

function cellLength(file: Buffer, offset: number): number {
  const payload = varint(file, offset);
  const rowid = varint(file, offset + payload.size);
  return payload.size + rowid.size + payload.value;
}

function varint(file: Buffer, offset: number): { value: number; size: number } {
  let value = 0;
  for (let size = 1; ; size += 1) {
    const byte = file[offset + size - 1] ?? 0;
    value = value * 128 + (byte & 127);
    if (byte < 128) return { value, size };
  }
}
