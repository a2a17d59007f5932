import { useTranslation } from 'react-i18next';
import type { Behind, Funnel, InsightFigures } from '#contract/insight/views.ts';
import { ChoiceField } from '#renderer/ui/choice-field.tsx';
import { BarsFigure } from './bars-figure.tsx';

const STEPS = ['started', 'cleared', 'explained', 'accepted'] as const;
/** Those behind the first have a way of their own to what they count. */
const LATER = { cleared: 'tableCleared', explained: 'tableExplained', accepted: 'tableAccepted' } as const;

interface FunnelFigureProps {
  funnels: InsightFigures['funnels'];
  shown: Funnel;
  onChoose: (tableId: string) => void;
  onSee: (what: Behind, key: string) => void;
}

/** How far customers went along with a decision table, and what became of those who did not agree. */
export function FunnelFigure({ funnels, shown, onChoose, onSee }: FunnelFigureProps) {
  const { t } = useTranslation();
  const rest = shown.started - shown.accepted;
  const other = rest - shown.order - shown.escalated;
  const link = 'rounded-small underline underline-offset-2 hover:bg-hover';
  return (
    <>
      {funnels.length > 1 ? (
        <ChoiceField
          label={t('insight.funnel.which')}
          value={shown.tableId}
          options={funnels.map(({ tableId, title }) => ({ value: tableId, label: title }))}
          onChange={onChoose}
        />
      ) : null}
      <BarsFigure
        rows={STEPS.map((step) => ({ label: t(`insight.funnel.${step}`), values: [shown[step]] }))}
        told={STEPS.map((step) => String(shown[step]))}
      />
      <p className="figures mt-1 flex flex-wrap gap-x-4 text-note text-ink-2">
        {(['cleared', 'explained', 'accepted'] as const).map((step) =>
          shown[step] === 0 ? null : (
            <button key={step} type="button" className={link} onClick={() => onSee(LATER[step], shown.tableId)}>
              {`${t(`insight.funnel.${step}`)} ${shown[step]}`}
            </button>
          ),
        )}
      </p>
      {rest > 0 ? (
        <div className="figures mt-1 border-t border-edge pt-2 text-note text-ink-2">
          <p>{t('insight.funnel.notAccepted', { count: rest })}</p>
          <p className="flex flex-wrap gap-x-4">
            {shown.order > 0 ? (
              <button type="button" className={link} onClick={() => onSee('tableOrder', shown.tableId)}>
                {t('insight.funnel.order', { count: shown.order })}
              </button>
            ) : null}
            {shown.escalated > 0 ? (
              <button type="button" className={link} onClick={() => onSee('tableEscalated', shown.tableId)}>
                {t('insight.funnel.escalated', { count: shown.escalated })}
              </button>
            ) : null}
            {other > 0 ? <span>{t('insight.funnel.other', { count: other })}</span> : null}
          </p>
        </div>
      ) : null}
    </>
  );
}
