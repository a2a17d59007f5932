const SHORTEST = 5;

function plain(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** Whether what was typed proves that the printed key is at hand: its last group, or more of its end, up to all of it. */
export function provesPrintedKey(typed: string, recoveryKey: string): boolean {
  const proof = plain(typed);
  return proof.length >= SHORTEST && plain(recoveryKey).endsWith(proof);
}
