/** Typed text as it may be stored: trimmed, and without half characters, which have no canonical form. */
export function cleanText(raw: string): string {
  return wellFormed(raw).trim();
}

export function wellFormed(raw: string): string {
  return Buffer.from(raw, 'utf8').toString('utf8');
}
