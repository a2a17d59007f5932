import { ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView, TableView } from '#contract/conversation/view.ts';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { AnswerButton } from './answer-button.tsx';
import { FindingCard } from './finding-card.tsx';
import { targetId } from './missing-target.ts';
import { TableChoice, tablesFor } from './table-choice.tsx';
import { useAnswers } from './use-answers.ts';

/** So many tables are shown before the rest is asked for. */
const FEW = 4;

/** The decision table: which to walk, the key question with its answers, and what came of it. */
export function TablePanel({ view }: { view: ConversationView }) {
  const { t } = useTranslation();
  const walk = useAnswers(view);
  const [choosing, setChoosing] = useState(false);
  const { table, tables } = view;
  const [filter, setFilter] = useState('');
  const others = tables.filter((each) => each.entryId !== table?.entryId);
  // Whoever looks for another may also stay with the one at hand.
  const offered = table === null || choosing ? tables : [];
  const [all, setAll] = useState(false);
  // Once it is clarified, or not needed for it, the tables stand back until they are asked for.
  const few = view.stage === 'clarify' ? FEW : 0;
  const found = tablesFor(offered, filter);
  const picks = all || choosing || filter !== '' || found.length <= few ? found : found.slice(0, few);
  const question = offered.length > 0 ? null : (table?.question ?? null);
  const finding = offered.length > 0 ? null : (table?.finding ?? null);
  const keysForPicks = picks.length > 0 && (choosing || all || view.stage === 'clarify');

  const pick = (tableId: string) => {
    setChoosing(false);
    setAll(false);
    setFilter('');
    if (tableId !== table?.entryId) void walk.startTable(tableId);
  };
  useShortcut('answer', ({ digit }) => {
    const picked = keysForPicks ? picks[digit - 1] : undefined;
    if (picked) return pick(picked.entryId);
    const answer = question?.answers[digit - 1];
    if (question && answer) return void walk.answer(question.nodeId, answer.id);
    if (!finding || finding.accepted) return false;
    if (digit === 1) return void walk.accept(finding.nodeId);
    return digit === 2 && finding.hasOtherWay ? void walk.refuse(finding.nodeId) : false;
  });

  if (tables.length === 0) return null;
  if (offered.length > 0) {
    return (
      <TableChoice
        key={view.stage}
        tables={picks}
        more={found.length - picks.length}
        onMore={() => setAll(true)}
        keys={keysForPicks}
        filter={filter}
        onFilter={setFilter}
        onPick={pick}
      />
    );
  }
  return (
    <Card
      at={question?.nodeId ?? finding?.nodeId ?? ''}
      label={question ? t('conversation.question') : t('conversation.finding')}
    >
      <div className="mb-1.5 flex items-start justify-between gap-2">
        <Breadcrumbs table={table} onRevisit={(nodeId) => void walk.revisit(nodeId)} />
        {others.length > 0 ? (
          <button
            type="button"
            onClick={() => setChoosing(true)}
            className="shrink-0 rounded-small px-1 text-small text-ink-3 underline decoration-edge-strong underline-offset-3 hover:text-ink"
          >
            {t('conversation.otherTables')}
          </button>
        ) : null}
      </div>
      {question ? (
        <>
          <p className="text-field font-semibold" aria-live="polite" lang="zh-CN">
            {question.ask}
          </p>
          {question.hint === '' ? null : <p className="text-small text-ink-2">{question.hint}</p>}
          <div id={targetId('table')} className="mt-2.5 grid grid-cols-2 gap-2 narrow:grid-cols-1">
            {question.answers.map((answer, index) => (
              <AnswerButton
                key={answer.id}
                label={answer.label}
                number={index + 1}
                quiet={answer.cannotTell}
                onChoose={() => void walk.answer(question.nodeId, answer.id)}
              />
            ))}
          </div>
        </>
      ) : null}
      {finding ? (
        <FindingCard
          finding={finding}
          onAccept={() => void walk.accept(finding.nodeId)}
          onRefuse={() => void walk.refuse(finding.nodeId)}
        />
      ) : null}
    </Card>
  );
}

/** Keeps the focus when the pressed answer is gone with its question, and brings what comes next into view. */
function Card({ at, label, children }: { at: string; label: string; children: ReactNode }) {
  const card = useRef<HTMLElement>(null);
  const hadFocus = useRef(false);
  const shown = useRef(at);
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (hadFocus.current && lost) card.current?.focus({ preventScroll: true });
    if (shown.current !== at) card.current?.scrollIntoView({ block: 'nearest' });
    shown.current = at;
  }, [at]);
  return (
    <section
      ref={card}
      tabIndex={-1}
      aria-label={label}
      onFocus={() => {
        hadFocus.current = true;
      }}
      onBlur={(event) => {
        // A button that disappears under the focus leaves no other target behind.
        hadFocus.current = event.relatedTarget === null;
      }}
      className="rounded-large border border-edge bg-sunken p-3"
    >
      {children}
    </section>
  );
}

function Breadcrumbs({ table, onRevisit }: { table: TableView | null; onRevisit: (nodeId: string) => void }) {
  const { t } = useTranslation();
  if (table === null) return null;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-0.5 text-small text-ink-3" lang="zh-CN">
      <span>{table.title}</span>
      {table.breadcrumbs.map((crumb) => (
        <span key={crumb.nodeId} className="inline-flex items-center">
          <ChevronRight className="size-3.5" aria-hidden />
          <button
            type="button"
            title={crumb.ask}
            aria-label={t('conversation.answered', { ask: crumb.ask, answer: crumb.answerLabel })}
            onClick={() => onRevisit(crumb.nodeId)}
            className="rounded-small px-1 text-ink-2 underline decoration-edge-strong underline-offset-3 hover:bg-hover hover:text-ink"
          >
            {crumb.answerLabel}
          </button>
        </span>
      ))}
    </div>
  );
}
