import type { Scenario } from '#contract/library/scenario.ts';
import { stageSchema } from '#contract/vocabulary.ts';

type Quality = Scenario['endings'][number]['quality'];
type Turn = Scenario['turns'][number];

/** Where a trainee of one manner comes out: the ending's quality, or undefined for a round without end; temper 0–5. */
interface Walk {
  quality: Quality | undefined;
  temper: number;
}

const STAGES = stageSchema.options;
const FURIOUS = 5;

/** What the walks of a well, a middling and a badly trained person show to be wrong; wants a scenario without dead ends. */
export function walkFaults(scenario: Scenario): { path: (string | number)[]; reason: string }[] {
  const faults: { path: (string | number)[]; reason: string }[] = [];
  const best = walk(scenario, 'good');
  if (best.quality !== 'good') faults.push({ path: ['endings'], reason: 'the best answers do not end well' });
  const { temper } = scenario.customer;
  if (temper > 0 && best.temper >= temper) {
    faults.push({ path: ['turns'], reason: 'the best answers leave the customer no calmer' });
  }
  const worst = walk(scenario, 'poor');
  if (worst.quality !== 'poor') faults.push({ path: ['endings'], reason: 'the worst answers do not end badly' });
  if (!scenario.endings.some(({ quality }) => quality === 'fair')) {
    faults.push({ path: ['endings'], reason: 'no ending is fair: there is no middle way' });
  }
  return [...faults, ...skippedStages(scenario)];
}

/** Takes the answer of that quality that calms (good) or upsets (poor) most, at every turn until an ending. */
function walk({ turns, endings, customer }: Scenario, quality: 'good' | 'poor'): Walk {
  const byId = new Map(turns.map((turn) => [turn.id, turn]));
  let temper = customer.temper;
  let at = turns[0];
  for (let step = 0; at && step < turns.length; step++) {
    const taken = strongest(at, quality);
    temper = Math.max(0, Math.min(FURIOUS, temper + (taken?.temper ?? 0)));
    const ending = endings.find(({ id }) => id === taken?.to);
    if (ending) return { quality: ending.quality, temper };
    at = byId.get(taken?.to ?? '');
  }
  return { quality: undefined, temper };
}

function strongest({ answers }: Turn, quality: 'good' | 'poor') {
  const sign = quality === 'good' ? 1 : -1;
  const rank = { good: 0, fair: 1, poor: 2 };
  return [...answers].sort((a, b) => sign * (rank[a.quality] - rank[b.quality]) || sign * (a.temper - b.temper))[0];
}

/** The conversation underneath never lets a stage be left out, so no answer may jump over one. */
function skippedStages({ turns }: Scenario) {
  const stageOf = new Map(turns.map(({ id, stage }) => [id, STAGES.indexOf(stage)]));
  return turns.flatMap((turn, index) =>
    turn.answers.flatMap((answer, place) => {
      const next = stageOf.get(answer.to);
      const skips = next !== undefined && next > STAGES.indexOf(turn.stage) + 1;
      const reason = `leads from ${turn.stage} over a stage to ${answer.to}`;
      return skips ? [{ path: ['turns', index, 'answers', place, 'to'], reason }] : [];
    }),
  );
}
