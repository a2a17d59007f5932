const GROUP = 5;

/** A recovery key in the groups it is printed in; a key without separators is cut into fives. */
export function groupsOf(recoveryKey: string): string[] {
  const groups = recoveryKey.split(/[\s-]+/).filter((group) => group !== '');
  if (groups.length > 1) return groups;
  return recoveryKey.match(new RegExp(`.{1,${GROUP}}`, 'gu')) ?? [];
}

/** The key with its last group replaced by what the person typed from the paper: the core decides whether it is right. */
export function withTypedLastGroup(recoveryKey: string, typed: string): string {
  return [...groupsOf(recoveryKey).slice(0, -1), typed.trim()].join('-');
}
