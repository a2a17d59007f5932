import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import type { EntryChangedView } from '#contract/releases.ts';
import { ChangeList } from '#renderer/features/exchange/change-list.tsx';
import { Chip } from '#renderer/ui/chip.tsx';

/** One entry that changed: how, what is said now, what it was before, and why. */
export function ChangeCard({ change }: { change: EntryChangedView }) {
  const { t } = useTranslation();
  const { how, title, packTitle, why, before, after, changes, replacedBy } = change;
  return (
    <li className="flex flex-col gap-1.5 border-t border-edge py-3">
      <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
        <Chip tone={how === 'withdrawn' ? 'never' : how === 'added' ? 'accent' : 'plain'}>
          {t(`releases.how.${how}`)}
        </Chip>
        <h3 className="text-body font-semibold" lang="zh-CN">
          {title}
        </h3>
        <span className="text-small text-ink-3">{packTitle}</span>
      </div>
      {why === '' ? null : <p className="text-note text-ink-2">{t('releases.changed.why', { why })}</p>}
      {how === 'withdrawn' ? (
        <Said label={t('releases.changed.gone')} text={before} tone="gone" />
      ) : (
        <Said label={t('releases.changed.now')} text={after} tone="now" />
      )}
      {how === 'changed' && before !== after ? (
        <Said label={t('releases.changed.before')} text={before} tone="gone" />
      ) : null}
      {how === 'changed' && before === after && changes.length > 0 ? <ChangeList changes={changes} /> : null}
      {replacedBy === null ? null : (
        <p className="text-note">{t('releases.changed.instead', { title: replacedBy.title })}</p>
      )}
    </li>
  );
}

function Said({ label, text, tone }: { label: string; text: string | null; tone: 'now' | 'gone' }) {
  if (text === null || text === '') return null;
  return (
    <p className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3">
      <span className="text-note text-ink-3">{label}</span>
      <span className={clsx('spoken', tone === 'gone' && 'text-ink-2 line-through')} lang="zh-CN">
        {text}
      </span>
    </p>
  );
}
