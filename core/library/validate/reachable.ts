/** Whether one of some ids can be reached from one. */
export function reaches(
  start: string,
  goals: ReadonlySet<string>,
  next: ReadonlyMap<string, readonly string[]>,
): boolean {
  for (const id of reachableFrom(start, next)) if (goals.has(id)) return true;
  return false;
}

/** Every id that can be reached from one, itself among them; ids that lead nowhere known simply end. */
export function reachableFrom(start: string, next: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...(next.get(id) ?? []));
  }
  return reached;
}
