import type { CaptureField } from '#contract/library/capture-field.ts';
import type { LooseEntry } from '#contract/workshop/terms.ts';
import { advance } from '#core/conversation/advance.ts';
import { activeWalk, fieldsOf, flowStage, stages } from '#core/conversation/definition.ts';
import { missingForFinish, missingIn } from '#core/conversation/gates.ts';
import type { Conversation } from '#core/conversation/state.ts';
import type { StepInput } from '#core/conversation/step-input.ts';
import type { StepRules } from '#core/conversation/step-rules.ts';
import type { Catalogue } from '#core/library/catalogue.ts';
import { looseFlow } from './loose-outline.ts';
import type { Gap } from './outline-gap.ts';
import { PLAYER, type Played, playedDefinition } from './played-definition.ts';

const HOUR_MS = 3_600_000;
const WALKED_MOST = 60;

/** Goes through a flow with every outcome, doing all that it asks for, by the engine that leads conversations; says where it stays stuck. */
export function flowGaps(entry: LooseEntry, catalogue: Catalogue, rules: StepRules): Gap[] {
  const flow = looseFlow(entry);
  const played = playedDefinition(entry, catalogue, 0);
  if (flow === null || played === null) return [];
  const written = flow.stages.flatMap((stage, index): Gap[] => {
    const path = `stages.${index}`;
    const missing = stage.suggested.filter((id) => catalogue.findWording(id) === null);
    return [
      ...(stage.goal.trim() === '' ? [{ path: `${path}.goal`, gap: 'noWords' as const, about: stage.stage }] : []),
      ...stage.required.flatMap(({ label }, at): Gap[] =>
        String(label ?? '').trim() === ''
          ? [{ path: `${path}.required.${at}`, gap: 'noWords', about: stage.stage }]
          : [],
      ),
      ...(missing.length > 0 || stage.suggested.length === 0
        ? [{ path: `${path}.suggested`, gap: 'noLine' as const, about: stage.stage }]
        : []),
    ];
  });
  const tries = flow.outcomes.length === 0 ? [''] : flow.outcomes.map(({ id }) => id);
  const seen = new Set<string>();
  const stuck = tries.flatMap((outcomeId) => {
    const gap = stuckAt(played, outcomeId, rules);
    return gap === null || seen.has(gap.path) || !seen.add(gap.path) ? [] : [gap];
  });
  return [...written, ...stuck];
}

/** The stage that cannot be left although everything it asks for was done, and what it still waits for. */
function stuckAt({ definition, begun }: Played, outcomeId: string, rules: StepRules): Gap | null {
  let state = begun;
  const take = (input: StepInput): boolean => {
    const stepped = advance(state, input, definition, { atMs: 0, personId: PLAYER, role: 'agent' }, rules);
    if ('refused' in stepped) return false;
    state = stepped.state;
    return true;
  };
  for (const [index, stage] of stages.entries()) {
    const asked = flowStage(definition, stage);
    const table = asked?.tables[0];
    if (table !== undefined && (asked?.exit.tableFinished || asked?.exit.tableAccepted)) {
      take({ type: 'startTable', tableId: table });
      walkThrough(() => state, take);
    }
    for (const field of fieldsOf(state, definition)) {
      take({ type: 'captureField', fieldId: field.id, value: sampleOf(field) });
    }
    for (const { id } of asked?.required ?? []) take({ type: 'tickAction', stage, actionId: id });
    take({ type: 'chooseOutcome', outcomeId });
    take({ type: 'setPromise', text: '-', dueAtMs: HOUR_MS / 2 });
    take({ type: 'openWorkOrder', workOrderId: 'played', number: '1' });
    const last = index === stages.length - 1;
    if (take(last ? { type: 'finish', summary: '-' } : { type: 'advanceStage', from: stage })) continue;
    const missing = last ? missingForFinish(state, definition, rules) : missingIn(state, definition, stage, rules);
    const labels = missing.map(({ label, id }) => label || id).filter((label) => label !== '');
    return { path: `stages.${index}`, gap: 'stuck', about: [...new Set(labels)].join('、') };
  }
  return null;

  function walkThrough(now: () => Conversation, step: (input: StepInput) => boolean): void {
    for (let steps = 0; steps < WALKED_MOST; steps += 1) {
      const walk = activeWalk(now(), definition);
      if (walk?.finding) {
        step({ type: 'acceptFinding', nodeId: walk.finding.id });
        return;
      }
      const answer = walk?.question?.answers[0];
      if (!walk?.question || !answer) return;
      if (!step({ type: 'answer', nodeId: walk.question.id, answerId: answer.id })) return;
    }
  }
}

/** Something that fits a field of this type. Of what a customer may demand it is nothing, so that no authority is needed. */
function sampleOf({ type, options }: CaptureField): string {
  switch (type) {
    case 'choice':
      return options[0]?.id ?? '';
    case 'yesNo':
      return 'no';
    case 'phone':
      return '13800000000';
    case 'digits':
    case 'number':
      return '0';
    case 'dateTime':
      return '2026-01-01';
    default:
      return '-';
  }
}
