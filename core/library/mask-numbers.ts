/** Runs of five digits and more (phone, card, identity numbers, also with spaces or dashes between) read ••••• afterwards. */
export function maskNumbers(text: string): string {
  return text.replaceAll(/\d(?:[ \-–]?\d){4,}[xX]?/g, '•••••');
}
