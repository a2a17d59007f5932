import { useTranslation } from 'react-i18next';
import type { BehindRow, InsightQuery } from '#contract/insight/views.ts';
import { useDeskActions } from '#renderer/app/desk-provider.tsx';
import { pickOrder } from '#renderer/features/work-orders/picked-order.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { sayTime, seconds } from './findings.ts';
import { type AskedBehind, useBehind } from './insight-query.ts';

interface BehindSheetProps {
  query: InsightQuery;
  asked: AskedBehind;
  onClose: () => void;
}

/** The single events that a figure counts, the newest first; numbers in them are masked. */
export function BehindSheet({ query, asked, onClose }: BehindSheetProps) {
  const { t } = useTranslation();
  const found = useBehind(query, asked);
  const rows = found.data?.pages.flatMap((page) => page.rows);
  return (
    <Dialog
      title={t(`insight.behind.what.${asked.what}`)}
      description={t('insight.behind.label')}
      onClose={onClose}
      wide
    >
      {rows === undefined ? <Skeleton label={t('frame.loading')} lines={6} /> : null}
      <ul className="grid">
        {(rows ?? []).map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two events may be alike in everything that is shown.
          <Row key={at} row={row} asked={asked} />
        ))}
      </ul>
      {found.hasNextPage ? (
        <Button className="mt-3" onClick={() => void found.fetchNextPage()}>
          {t('insight.behind.more')}
        </Button>
      ) : rows === undefined ? null : (
        <p className="mt-3 text-note text-ink-2">{t('insight.behind.none')}</p>
      )}
    </Dialog>
  );
}

function Row({ row, asked }: { row: BehindRow; asked: AskedBehind }) {
  const { t, i18n } = useTranslation();
  const { dispatch } = useDeskActions();
  const { link } = row;
  const when = new Intl.DateTimeFormat(i18n.language, {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(row.atMs);
  const plain =
    asked.what === 'copied' || asked.what === 'said' ? t('insight.behind.ownLine') : t('insight.behind.noWords');
  const title = row.title === '' ? plain : row.title;
  const open = () => {
    if (link?.to === 'line') {
      dispatch({ type: 'opened', entryId: link.entryId });
      dispatch({ type: 'wentTo', place: 'desk' });
    } else if (link?.to === 'order') {
      pickOrder(link.workOrderId);
      dispatch({ type: 'wentTo', place: 'orders' });
    }
  };
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 border-t border-edge py-1.5 first:border-t-0">
      <time className="figures w-28 shrink-0 text-note text-ink-2" dateTime={new Date(row.atMs).toISOString()}>
        {when}
      </time>
      <span className="w-16 shrink-0 text-note text-ink-2">{row.personName}</span>
      <span className="min-w-0 flex-1" lang="zh-CN">
        {link === null ? (
          title
        ) : (
          <button
            type="button"
            className="rounded-small text-left underline underline-offset-2 hover:bg-hover"
            onClick={open}
          >
            {title}
          </button>
        )}
      </span>
      {row.ms === null ? null : (
        <span className="figures shrink-0 font-semibold">
          {asked.what === 'answered' ? t('insight.seconds', { seconds: seconds(row.ms) }) : sayTime(row.ms, t)}
        </span>
      )}
      {row.percent === null ? null : <span className="figures shrink-0 font-semibold">{row.percent}%</span>}
    </li>
  );
}
