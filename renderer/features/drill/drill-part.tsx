import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import type { DrillToday } from '#contract/drill.ts';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { CardDrill } from './card-drill.tsx';
import { useDrillCall, useDrillToday } from './drill-query.ts';
import { FindFast } from './find-fast.tsx';

/** 每日一练: today's cards, a line to find against the clock, and whether one's own slips may become cards. */
export function DrillPart() {
  const { t } = useTranslation();
  const today = useDrillToday();
  if (!today) return <Skeleton label={t('frame.loading')} lines={6} />;
  const [card] = today.cards;
  return (
    <section aria-label={t('drill.title')} className="mt-4 grid max-w-220 grid-cols-[minmax(0,1fr)] gap-4">
      <header className="flex flex-wrap items-end gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="text-head font-semibold">{t('drill.title')}</h2>
          <p className="text-note text-ink-2">{t('drill.intro')}</p>
        </div>
        <Week week={today.week} />
      </header>
      {card ? (
        <CardDrill key={card.cardId} card={card} left={today.cards.length} />
      ) : (
        <EmptyState title={t('drill.finished')}>{t('drill.finishedText')}</EmptyState>
      )}
      <p className="text-note text-ink-2">{t('drill.done', { count: today.doneToday })}</p>
      <FindFast find={today.find} />
      <Consent learns={today.learnsFromWork} />
    </section>
  );
}

/** Seven dots, filled where somebody practised: a missed day is a gap and nothing else. */
function Week({ week }: { week: DrillToday['week'] }) {
  const { t } = useTranslation();
  const count = week.filter(({ done }) => done).length;
  return (
    <div className="grid gap-1 text-note text-ink-2">
      <ul aria-label={t('drill.week')} className="flex gap-1.5">
        {week.map(({ day, done }) => (
          <li
            key={day}
            className={clsx('size-3 rounded-full border', done ? 'border-accent bg-accent' : 'border-edge-strong')}
          >
            <span className="sr-only">{t(done ? 'drill.practised' : 'drill.rested', { day })}</span>
          </li>
        ))}
      </ul>
      <p>{count > 0 ? t('drill.weekDays', { count }) : t('drill.weekNone')}</p>
    </div>
  );
}

function Consent({ learns }: { learns: boolean }) {
  const { t } = useTranslation();
  const call = useDrillCall();
  return (
    <section aria-label={t('drill.consent.title')} className="rounded-large border border-edge bg-panel p-5">
      <h3 className="font-semibold">{t('drill.consent.title')}</h3>
      <p className="mt-1 mb-3 text-note text-pretty text-ink-2">{t('drill.consent.text')}</p>
      <ChoiceChips
        label={t('drill.consent.title')}
        value={learns ? 'on' : 'off'}
        options={(['on', 'off'] as const).map((value) => ({ value, content: t(`drill.consent.${value}`) }))}
        onChange={(value) => void call((calls) => calls.learnFromWork({ learns: value === 'on' }))}
      />
    </section>
  );
}
