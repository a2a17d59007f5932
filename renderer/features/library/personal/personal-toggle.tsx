import clsx from 'clsx';
import { UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDeskActions, useDeskPart } from '#renderer/app/desk-provider.tsx';
import { useShortcut } from '#renderer/app/shortcuts.tsx';

/** Whether the desk's search brings one's own lines along; without it they stay out of the team's results. */
export function PersonalToggle() {
  const { t } = useTranslation();
  const { dispatch } = useDeskActions();
  const included = useDeskPart((state) => state.includePersonal);
  const toggle = () => dispatch({ type: 'personalIncluded', included: !included });
  useShortcut('includeOwnLines', toggle);
  return (
    <button
      type="button"
      aria-pressed={included}
      aria-label={t('library.personal.include')}
      onClick={toggle}
      className={clsx(
        'inline-flex min-h-8 items-center gap-1 rounded-base border px-2.5 text-note whitespace-nowrap',
        included
          ? 'border-accent bg-accent-soft font-semibold text-accent'
          : 'border-edge-strong text-ink-2 hover:bg-hover',
      )}
    >
      <UserRound className="size-3.5" aria-hidden />
      <span className="narrow:hidden">{t('library.personal.includeShort')}</span>
    </button>
  );
}
