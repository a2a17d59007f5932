import { createHash } from 'node:crypto';
import type { ConversationDefinition } from '#contract/conversation/events.ts';
import { type FlowStage, flowSchema } from '#contract/library/flow.ts';
import type { AnswerElement, Scenario } from '#contract/library/scenario.ts';
import { type Stage, stageSchema } from '#contract/vocabulary.ts';
import { canonicalBytes } from '#ledger/canonical.ts';

const LABEL_MAX = 28;
const OUTCOME_MAX = 16;
const GOAL_MAX = 60;

const known = new WeakMap<Scenario, ConversationDefinition>();

/** The flow a rehearsed conversation is led by: what the customer needs in a stage is what its gate asks for. */
export function definitionOfScenario(scenario: Scenario): ConversationDefinition {
  const definition = known.get(scenario) ?? written(scenario);
  known.set(scenario, definition);
  return definition;
}

function written(scenario: Scenario): ConversationDefinition {
  const { id, title, keywords, colloquial, provenance, scene, customer } = scenario;
  const flow = flowSchema.parse({
    kind: 'flow',
    ...{ id, title, keywords, colloquial, provenance, scene },
    stages: stageSchema.options.map((stage): FlowStage => {
      const turns = scenario.turns.filter((turn) => turn.stage === stage);
      const lines = turns.flatMap(({ bestLine }) => (bestLine === undefined ? [] : [bestLine]));
      return {
        stage,
        goal: customer.wants.slice(0, GOAL_MAX),
        required: neededIn(scenario, stage).map((element) => ({
          id: element,
          label: element,
          hint: '',
          readBack: false,
        })),
        forbidden: [],
        suggested: lines.length > 0 ? [...new Set(lines)] : [id],
        fields: stage === 'accept' ? scenario.facts.map(factField) : [],
        tables: [],
        exit: { fields: [], tableFinished: false, tableAccepted: false, outcome: false },
      };
    }),
    outcomes: scenario.endings.map((ending) => ({ id: ending.id, label: ending.title.slice(0, OUTCOME_MAX) })),
  });
  return { flow, tables: [] };
}

export function definitionHashOf(definition: ConversationDefinition): string {
  return createHash('sha256').update(canonicalBytes(definition)).digest('hex');
}

/** What every way through a stage asks for; a stage without turns asks for a word of thanks. */
function neededIn({ turns }: Scenario, stage: Stage): readonly AnswerElement[] {
  const there = turns.filter((turn) => turn.stage === stage);
  const [first] = there;
  if (!first) return ['thank'];
  const always = first.needs.filter((element) => there.every(({ needs }) => needs.includes(element)));
  return always.length > 0 ? [...new Set(always)] : first.needs.slice(0, 1);
}

function factField({ id, text }: Scenario['facts'][number]) {
  return {
    id,
    label: text.slice(0, LABEL_MAX),
    type: 'text' as const,
    options: [],
    required: false,
    personal: false,
    hint: '',
  };
}
