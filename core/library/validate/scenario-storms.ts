import type { Scenario } from '#contract/library/scenario.ts';

const FURIOUS = 5;
/** Answers in a row after which a customer at the end of the scale has had enough. */
const ENOUGH = 2;

type Fault = { path: (string | number)[]; reason: string };

/** What is wrong with the ending of a customer who stays furious: it exists, it is no good one, and some way comes to it. */
export function stormFaults(scenario: Scenario): Fault[] {
  const { storms, endings } = scenario;
  if (storms === undefined) return [];
  const ending = endings.find(({ id }) => id === storms);
  if (!ending) return [{ path: ['storms'], reason: `storms leads to ${storms}, which is no ending` }];
  if (ending.quality === 'good')
    return [{ path: ['storms'], reason: `${storms} is good, but nobody storms off content` }];
  if (stormy(scenario)) return [];
  return [{ path: ['storms'], reason: 'no way keeps the temper at 5 over two answers: nobody ever storms off' }];
}

/** Whether some way through the scenario keeps the temper at its highest long enough. */
function stormy({ turns, customer }: Scenario): boolean {
  const byId = new Map(turns.map((turn) => [turn.id, turn]));
  const seen = new Set<string>();
  const open = [{ at: turns[0]?.id ?? '', temper: customer.temper, furious: 0 }];
  for (let now = open.pop(); now; now = open.pop()) {
    if (now.furious >= ENOUGH) return true;
    const turn = byId.get(now.at);
    const state = `${now.at} ${now.temper} ${now.furious}`;
    if (!turn || seen.has(state)) continue;
    seen.add(state);
    for (const { to, temper: by } of [...turn.answers, ...(turn.silence ? [turn.silence] : [])]) {
      const temper = Math.max(0, Math.min(FURIOUS, now.temper + by));
      open.push({ at: to, temper, furious: temper === FURIOUS ? now.furious + 1 : 0 });
    }
  }
  return false;
}
