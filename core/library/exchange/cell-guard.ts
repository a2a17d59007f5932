/** A cell that begins like this may be run as a formula by the program that opens the sheet. */
const RISKY = /^'*[=+\-@\t\r\n＝＋－＠]/u;
/** What XML and sheets cannot carry: control characters, lone surrogates, non-characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/gu;

/** Makes text harmless as a cell; `openedCell` gives it back unchanged. */
export function guardedCell(text: string): string {
  const safe = printable(text);
  return RISKY.test(safe) ? `'${safe}` : safe;
}

/** Text without what XML has no place for. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '');
}

/** Takes off the one apostrophe that `guardedCell`, or a person in a spreadsheet, put before a risky beginning. */
export function openedCell(text: string): string {
  return text.startsWith("'") && RISKY.test(text) ? text.slice(1) : text;
}

export function hasUnprintable(text: string): boolean {
  return text.search(UNPRINTABLE) >= 0;
}
