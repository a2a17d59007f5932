import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionTable, TableNode } from '#contract/library/decision-table.ts';
import { EntryLink, Part, TextsPart } from './reading-parts.tsx';

/** A decision table as an outline: question, answers, and where each leads; what was shown once is only named again. */
export function TableOutline({ table }: { table: DecisionTable }) {
  const { t } = useTranslation();
  const byId = new Map(table.nodes.map((node) => [node.id, node]));
  const shown = new Set<string>();

  const branch = (nodeId: string): ReactNode => {
    const node = byId.get(nodeId);
    if (!node) return null;
    if (shown.has(nodeId)) {
      return <p className="text-note text-ink-3">{t('library.part.seeAbove', { title: nameOf(node) })}</p>;
    }
    shown.add(nodeId);
    if (node.type === 'question') {
      return (
        <>
          <p className="font-semibold">{node.ask}</p>
          {node.hint === '' ? null : <p className="text-small text-ink-3">{node.hint}</p>}
          <ul className="mt-1 grid gap-2 border-l border-edge-strong pl-4">
            {node.answers.map((answer) => (
              <li key={answer.id}>
                <p className="text-note text-ink-2">
                  {t('library.part.answerTo', { answer: answer.label })}
                  {answer.cannotTell ? ` · ${t('library.part.cannotTell')}` : ''}
                </p>
                {branch(answer.to)}
              </li>
            ))}
          </ul>
        </>
      );
    }
    const { action } = node;
    return (
      <div className="rounded-base bg-sunken px-3 py-2">
        <p className="font-semibold">{node.title}</p>
        <p className="text-note">
          {t('library.part.say')} <EntryLink entryId={node.line} />
        </p>
        <p className="text-note text-ink-2">
          {t('library.part.action')} {action.label}
          {action.promiseHours === undefined ? '' : ` · ${t('library.part.promise', { hours: action.promiseHours })}`}
        </p>
        {node.notAccepted === undefined ? null : (
          <div className="mt-1.5 border-l border-edge-strong pl-4">
            <p className="text-note text-ink-2">{t('library.part.notAccepted')}</p>
            {branch(node.notAccepted)}
          </div>
        )}
      </div>
    );
  };

  return (
    <>
      <Part heading={t('library.part.outline')}>{branch(table.start)}</Part>
      <TextsPart heading={t('library.part.fields')} texts={table.fields.map(({ label }) => label)} />
    </>
  );
}

const nameOf = (node: TableNode) => (node.type === 'question' ? node.ask : node.title);
