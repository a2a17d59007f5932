import { useTranslation } from 'react-i18next';
import { useUnread } from './use-releases.ts';

/** How many updates of the wording the person has not looked at, on the rail. */
export function ReleasesBadge() {
  const { t } = useTranslation();
  const unread = useUnread();
  if (unread === 0) return null;
  return (
    <span className="figures absolute -top-1.5 -right-2.5 min-w-4 rounded-full bg-accent px-1 text-center text-small leading-4 font-semibold text-accent-ink">
      <span aria-hidden>{unread}</span>
      <span className="sr-only">{t('frame.unreadChanges', { count: unread })}</span>
    </span>
  );
}
