/** A number as lists show it: 138****5678; shorter ones keep their last two digits. */
export function maskedNumber(number: string): string {
  const digits = number.replaceAll(/[\s-]/g, '');
  if (digits.length >= 11) return `${digits.slice(0, -8)}****${digits.slice(-4)}`;
  return `${'*'.repeat(Math.max(0, digits.length - 2))}${digits.slice(-2)}`;
}
