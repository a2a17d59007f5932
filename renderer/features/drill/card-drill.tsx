import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DrillCard, gradeSchema } from '#contract/drill.ts';
import { type FigureName, figures } from '#contract/site-rules/figures.ts';
import type { Stage } from '#contract/vocabulary.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { useDrillCall } from './drill-query.ts';

/** One card: what is asked, then the answer, then how well it was known (keys 1 to 4). */
export function CardDrill({ card, left }: { card: DrillCard; left: number }) {
  const { t } = useTranslation();
  const call = useDrillCall();
  const [shown, setShown] = useState(false);
  const begunAt = useRef(performance.now());
  const first = useRef<HTMLButtonElement>(null);
  // The key that was pressed last goes on working: the next button to press has the focus.
  useEffect(() => first.current?.focus({ preventScroll: true }), []);

  const grade = (grade: (typeof gradeSchema.options)[number]) => {
    const tookMs = Math.min(3_600_000, Math.round(performance.now() - begunAt.current));
    void call((calls) => calls.review({ cardId: card.cardId, grade, tookMs }));
  };
  const figure = card.kind === 'figure' ? figures[card.ask as FigureName] : null;
  const ask = figure
    ? t(`siteRules.figure.${card.ask as FigureName}`)
    : card.slip === 'gate'
      ? t(`vocabulary.stage.${card.ask as Stage}`)
      : card.ask;
  const answer = figure ? `${card.answer} ${t(`siteRules.unit.${figure.unit}`)}` : card.answer;
  const asFinding = card.kind === 'keyQuestion' && card.cardId.startsWith('finding:');
  const head = card.slip
    ? t(`drill.slip.${card.slip}`)
    : t(`drill.kind.${asFinding ? 'finding' : card.kind === 'slip' ? 'rewording' : card.kind}`);
  return (
    <article
      aria-label={head}
      className="rounded-large border border-edge bg-panel p-6"
      onKeyDown={(event) => {
        const chosen = gradeSchema.options[Number(event.key) - 1];
        if (!shown || chosen === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
        event.preventDefault();
        grade(chosen);
      }}
    >
      <p className="flex flex-wrap items-center gap-2 text-note text-ink-2">
        <span>{head}</span>
        {card.slip ? <Chip>{t('drill.own')}</Chip> : card.fresh ? <Chip>{t('drill.fresh')}</Chip> : null}
        <span className="ml-auto">{t('drill.left', { count: left })}</span>
      </p>
      <p className="mt-3 text-line spoken" lang="zh-CN">
        {ask}
      </p>
      {shown ? (
        <>
          <div className="mt-4 border-edge border-t pt-4" aria-live="polite">
            <h3 className="text-note text-ink-2">{t('drill.answer')}</h3>
            <p className="mt-1 text-line spoken" lang="zh-CN">
              {answer === '' ? t('drill.noLine') : answer}
            </p>
            {card.why === '' ? null : (
              <p className="mt-2 text-ink-2">
                {t(card.kind === 'change' ? 'drill.changed' : 'drill.why', { text: card.why })}
              </p>
            )}
          </div>
          <fieldset aria-label={t('drill.howWell')} className="mt-5 flex flex-wrap gap-2">
            {gradeSchema.options.map((one, place) => (
              <Button
                key={one}
                look={one === 'good' ? 'primary' : 'plain'}
                autoFocus={one === 'good'}
                onClick={() => grade(one)}
              >
                {t(`drill.grade.${one}`)}
                <Kbd>{String(place + 1)}</Kbd>
              </Button>
            ))}
          </fieldset>
        </>
      ) : (
        <Button ref={first} look="primary" className="mt-5" onClick={() => setShown(true)}>
          {t('drill.show')}
        </Button>
      )}
    </article>
  );
}
