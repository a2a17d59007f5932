import { useTranslation } from 'react-i18next';
import type { DraftView } from '#contract/workshop/views.ts';
import { sayMoment } from '#renderer/i18n/moments.ts';

interface DraftHeadProps {
  draft: DraftView;
  dirty: boolean;
  keptAtMs: number | null;
}

/** What is being written, why, and whether it is kept. */
export function DraftHead({ draft, dirty, keptAtMs }: DraftHeadProps) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <header className="flex flex-wrap items-baseline gap-x-3">
        <p className="text-note text-ink-2" lang="zh-CN">
          {draft.packTitle} · {t(`library.kind.${kindOf(draft.kind)}`)} ·{' '}
          {draft.changes ? t('workshop.changesOld') : t('workshop.isNew')}
        </p>
        <p className="ml-auto text-note text-ink-2" role="status">
          {dirty
            ? t('workshop.keeping')
            : keptAtMs === null
              ? ''
              : t('workshop.kept', { moment: sayMoment(keptAtMs, Date.now(), i18n.language, t) })}
        </p>
      </header>
      {draft.soughtFor === null ? null : (
        <p className="rounded-base bg-accent-soft px-3.5 py-2 text-note" lang="zh-CN">
          {t('workshop.soughtFor', { text: draft.soughtFor })}
        </p>
      )}
    </>
  );
}

/** The kinds of the library by name; the core gives no other. */
const kindOf = (kind: string) => kind as 'line';
