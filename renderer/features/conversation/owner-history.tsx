import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';
import { sayDue } from '#renderer/i18n/moments.ts';
import { Part } from './part.tsx';

/** Who was asked first, who took it over when, and what became of every offer; nothing for a conversation of one person. */
export function OwnerHistory({ view }: { view: ConversationView }) {
  const { t, i18n } = useTranslation();
  const { owners, handOvers } = view;
  if (owners.length < 2 && handOvers.length === 0) return null;
  return (
    <Part title={t('ownership.history')}>
      <ol className="flex flex-col text-body">
        {owners.map((owner, at) => (
          <li key={`${owner.sinceMs}-${owner.personId}`} className="flex flex-wrap items-baseline gap-x-2 py-0.5">
            <span>{owner.name}</span>
            <span className="figures text-small text-ink-3">
              {at === 0
                ? t('ownership.historyFirst')
                : t('ownership.historyTook', { time: sayDue(owner.sinceMs, i18n.language) })}
            </span>
          </li>
        ))}
      </ol>
      <ul className="mt-1 flex flex-col text-note text-ink-2">
        {handOvers.map((one) => (
          <li key={one.offeredAtMs} lang="zh-CN">
            {one.fromName} → {one.toName ?? t('ownership.anyLead')} · {t(`ownership.whyIs.${one.why}`)} ·{' '}
            {t(`ownership.answer.${one.answer}`)}
            {one.words === '' ? '' : ` · ${one.words}`}
            <span className="block text-small text-ink-3">{one.note}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
