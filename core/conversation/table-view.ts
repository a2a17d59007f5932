import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { ConversationView, TableView } from '#contract/conversation/view.ts';
import type { DecisionTable } from '#contract/library/decision-table.ts';
import { isOpenHere } from './decide-table.ts';
import { activeWalk, flowStage, nodeOf, tableOf } from './definition.ts';
import { lineValues } from './line-values.ts';
import type { Conversation } from './state.ts';
import { type LineOffer, offeredLine } from './suggestions.ts';

/** The table being walked as the desk shows it, or null when none is open in this stage. */
export function tableView(
  state: Conversation,
  definition: ConversationDefinition,
  offer: Pick<LineOffer, 'catalogue' | 'day' | 'values'>,
): TableView | null {
  const walk = activeWalk(state, definition);
  if (!walk || !isOpenHere(state, walk.table.id, definition)) return null;
  const { table, run, question, finding } = walk;
  return {
    entryId: table.id,
    title: table.title,
    breadcrumbs: run.path.flatMap(({ nodeId, answerId }) => {
      const node = nodeOf(table, nodeId);
      const answer = node?.type === 'question' ? node.answers.find((one) => one.id === answerId) : undefined;
      if (node?.type !== 'question' || !answer) return [];
      return [{ nodeId, ask: node.ask, answerId: answer.id, answerLabel: answer.label }];
    }),
    question: question && {
      nodeId: question.id,
      ask: question.ask,
      hint: question.hint,
      answers: question.answers.map(({ id, label, cannotTell }) => ({ id, label, cannotTell })),
    },
    finding: finding && {
      nodeId: finding.id,
      title: finding.title,
      line: offeredLine(finding.line, offer.values ?? lineValues(state, definition), state, offer),
      action: finding.action,
      fields: finding.fields,
      accepted: run.accepted,
      hasOtherWay: finding.notAccepted !== undefined,
    },
  };
}

/** The tables that may be walked in this stage, those that what was captured speaks of first, and how far each has come. */
export function tableChoices(
  state: Conversation,
  definition: ConversationDefinition,
  { catalogue }: Pick<LineOffer, 'catalogue'>,
): ConversationView['tables'] {
  const told = [...Object.values(state.fields), state.note].join('\n');
  const tables = (flowStage(definition, state.stage)?.tables ?? []).flatMap((id) => tableOf(definition, id) ?? []);
  const ordered = tables
    .map((table) => ({ table, mentions: mentionsIn(told, table) }))
    .sort((a, b) => b.mentions - a.mentions);
  return ordered.map(({ table }) => {
    const { id } = table;
    const run = state.tables.find((one) => one.tableId === id);
    const node = run && nodeOf(table, run.at);
    const reached = run?.accepted
      ? ('accepted' as const)
      : node?.type === 'finding'
        ? ('finding' as const)
        : ('walking' as const);
    const { title, scene, keywords, colloquial } = table;
    const sceneLabel = catalogue.sceneLabel(id.slice(0, id.indexOf('/')), scene);
    const shown = { entryId: id, title, scene, sceneLabel, keywords: [...keywords, ...colloquial] };
    return { ...shown, state: run ? reached : ('untouched' as const) };
  });
}

/** How many of a table's own words the captured text holds. */
function mentionsIn(told: string, { title, keywords, colloquial }: DecisionTable): number {
  const words = [...title.split(/[ ·]+/), ...keywords, ...colloquial].filter((word) => word.length >= 2);
  return words.filter((word) => told.includes(word)).length;
}
