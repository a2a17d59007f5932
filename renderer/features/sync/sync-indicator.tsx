import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import { saySync } from './sync-words.ts';
import { useSyncStatus } from './use-sync.ts';

/** The line about the server in the status of the desk, which leads to the page about it; nothing on a desk that is alone. */
export function SyncIndicator({ onOpen }: { onOpen: () => void }) {
  const { t, i18n } = useTranslation();
  const status = useSyncStatus().data;
  if (!status || status.state === 'alone') return null;
  const aside = status.quarantined.length > 0 || status.disagreement !== null;
  const raised = aside || status.state === 'troubled' || status.state === 'held';
  return (
    <button
      type="button"
      onClick={onOpen}
      className={clsx(
        'inline-flex min-h-8 items-center gap-1.5 rounded-base px-2 text-note whitespace-nowrap hover:bg-hover',
        raised ? 'text-warn' : 'text-ink-2',
      )}
    >
      <span aria-hidden="true" className={clsx('size-2 rounded-full', raised ? 'bg-warn' : 'bg-ok')} />
      <span className="narrow:sr-only">
        {saySync(status, Date.now(), i18n.language, t)}
        {aside ? ` · ${t('sync.raisedShort')}` : ''}
      </span>
    </button>
  );
}
