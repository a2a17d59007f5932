import clsx from 'clsx';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';
import type { Stage } from '#contract/vocabulary.ts';

const edges: Record<Stage, string> = {
  accept: 'border-s1',
  clarify: 'border-s2',
  resolve: 'border-s3',
  followUp: 'border-s4',
};
const inks: Record<Stage, string> = {
  accept: 'text-s1',
  clarify: 'text-s2',
  resolve: 'text-s3',
  followUp: 'text-s4',
};

/** The four stages and where the conversation stands; the only place where their colours appear. */
export function StageStepper({ stages }: { stages: ConversationView['stages'] }) {
  const { t } = useTranslation();
  return (
    <ol aria-label={t('conversation.stages')} className="grid grid-cols-[repeat(4,auto)] gap-1">
      {stages.map(({ stage, state }, index) => (
        <li
          key={stage}
          aria-current={state === 'current' ? 'step' : undefined}
          className={clsx(
            'flex items-center justify-center gap-1 rounded-base border-b-[3px] px-0.5 pt-1.5 pb-1 text-note whitespace-nowrap',
            state === 'current' && ['bg-panel font-bold shadow-lift', edges[stage], inks[stage]],
            state === 'done' && ['bg-sunken text-ink-2', edges[stage]],
            state === 'ahead' && 'border-edge-strong bg-sunken text-ink-3',
          )}
        >
          {state === 'done' ? <Check className="size-3.5" aria-hidden /> : <span className="figures">{index + 1}</span>}
          {t(`vocabulary.stage.${stage}`)}
          <span className="sr-only">{t(`conversation.stageState.${state}`)}</span>
        </li>
      ))}
    </ol>
  );
}
