import type { Scenario, ScenarioTurn } from '#contract/library/scenario.ts';
import { entriesOf, type Fault, type LibraryView } from './fault.ts';
import { reachableFrom, reaches } from './reachable.ts';
import { stormFaults } from './scenario-storms.ts';
import { walkFaults } from './scenario-walks.ts';

type Add = (path: (string | number)[], reason: string) => void;

/** Scenarios have no dead end: every answer leads on, every turn and ending is reached, and whoever answers well or badly ends so. */
export function scenarios(library: LibraryView): Fault[] {
  return entriesOf(library, 'scenario').flatMap((scenario) => {
    const faults: Fault[] = [];
    const add: Add = (path, reason) => faults.push({ rule: 'scenarios', entryId: scenario.id, path, reason });
    checkParts(scenario, add);
    if (faults.length === 0) checkPaths(scenario, add);
    if (faults.length === 0) for (const { path, reason } of walkFaults(scenario)) add(path, reason);
    return faults;
  });
}

function checkParts(scenario: Scenario, add: Add) {
  const places = [...scenario.turns, ...scenario.endings].map(({ id }) => id);
  const doubled = places.find((id, index) => places.indexOf(id) < index);
  if (doubled !== undefined) add(['turns'], `${doubled} is the id of two turns or endings`);
  const facts = new Set(scenario.facts.map(({ id }) => id));
  if (facts.size < scenario.facts.length) add(['facts'], 'a fact id exists twice');
  scenario.turns.forEach((turn, index) => {
    checkTurn(turn, ['turns', index], { places, facts, add });
  });
  const revealed = new Set(scenario.turns.flatMap((turn) => turn.answers.flatMap(({ reveals }) => reveals)));
  scenario.facts.forEach(({ id, unlessAsked }, index) => {
    if (unlessAsked && !revealed.has(id)) add(['facts', index], `no answer brings out ${id}`);
  });
  for (const { path, reason } of stormFaults(scenario)) add(path, reason);
  for (const quality of ['good', 'poor'] as const) {
    if (!scenario.endings.some((ending) => ending.quality === quality)) add(['endings'], `no ending is ${quality}`);
  }
}

interface Known {
  places: readonly string[];
  facts: ReadonlySet<string>;
  add: Add;
}

function checkTurn(turn: ScenarioTurn, at: (string | number)[], { places, facts, add }: Known) {
  if (new Set(turn.answers.map(({ id }) => id)).size < turn.answers.length) {
    add([...at, 'answers'], `${turn.id} has two answers with one id`);
  }
  if (!turn.answers.some(({ quality }) => quality === 'good')) add([...at, 'answers'], `${turn.id} has no good answer`);
  turn.answers.forEach((answer, index) => {
    const path = [...at, 'answers', index];
    if (!places.includes(answer.to)) add([...path, 'to'], `leads to ${answer.to}, which is no turn and no ending`);
    answer.reveals.forEach((fact, place) => {
      if (!facts.has(fact)) add([...path, 'reveals', place], `brings out ${fact}, which is no fact`);
    });
  });
  if (turn.silence && !places.includes(turn.silence.to)) {
    add([...at, 'silence', 'to'], `silence leads to ${turn.silence.to}, which is no turn and no ending`);
  }
}

function checkPaths({ turns, endings, storms }: Scenario, add: Add) {
  const next = new Map(
    turns.map((turn) => [turn.id, [...turn.answers.map(({ to }) => to), ...(turn.silence ? [turn.silence.to] : [])]]),
  );
  const reached = reachableFrom(turns[0]?.id ?? '', next);
  const ends = new Set(endings.map(({ id }) => id));
  turns.forEach(({ id }, index) => {
    if (!reached.has(id)) add(['turns', index], `nothing leads to the turn ${id}`);
    else if (!reaches(id, ends, next)) add(['turns', index], `from ${id} no ending is reached`);
  });
  endings.forEach(({ id }, index) => {
    if (!reached.has(id) && id !== storms) add(['endings', index], `nothing leads to the ending ${id}`);
  });
}
