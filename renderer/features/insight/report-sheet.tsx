import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { InsightFigures } from '#contract/insight/views.ts';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { KeyOf } from '#renderer/ui/kbd.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { allTables } from './figure-tables.ts';

interface ReportSheetProps {
  figures: InsightFigures;
  siteName: string;
  /** Whose figures, where they are one person's. */
  person: string | null;
  days: string;
  weekly: boolean;
  onClose: () => void;
}

const LISTED = 5;

/** The week on one page: what each figure says, what to write and what to look at next. To print, or as PDF. */
export function ReportSheet({ figures, siteName, person, days, weekly, onClose }: ReportSheetProps) {
  const { t } = useTranslation();
  const tell = useTell();
  const title = t(weekly ? 'insight.report.title' : 'insight.report.titleOther');
  const print = () => void window.counterpartShell.print();
  useShortcut('printShown', print);
  const save = async () => {
    try {
      const name = await window.counterpartShell.savePage(`${title} ${figures.toDay}`);
      if (name !== null) tell({ tone: 'done', title: t('insight.report.saved'), detail: name });
    } catch (error) {
      tell(failureNotice(toFailure(error).code, t));
    }
  };
  const heading = [siteName, title].filter((part) => part !== '').join(' · ');
  const page = (
    <>
      <p className="text-note text-ink-2">
        {days}
        {' · '}
        {person === null ? t('insight.report.private') : t('insight.report.privateOwn', { name: person })}
      </p>
      <Findings figures={figures} />
      <h3>{t('insight.report.missing')}</h3>
      <Listed items={figures.failed.topics.filter(({ solvedBy }) => solvedBy.length === 0).map(({ text }) => text)} />
      {figures.due === null ? null : (
        <>
          <h3>{t('insight.report.due')}</h3>
          <Listed items={figures.due.entries.map(({ title, owner }) => `${title}（${owner}）`)} />
        </>
      )}
    </>
  );
  return (
    <Dialog title={heading} description={t('insight.report.intro')} onClose={onClose} wide>
      <div className="grid gap-2 [&_h3]:mt-2 [&_h3]:font-semibold">{page}</div>
      <div className="mt-5 flex gap-2">
        <Button look="primary" onClick={print}>
          {t('insight.report.print')}
          <KeyOf id="printShown" bare />
        </Button>
        <Button onClick={() => void save()}>{t('insight.report.pdf')}</Button>
      </div>
      {createPortal(
        // Paper is white in every theme.
        <div className="print-sheet" data-theme="light">
          <h1>{heading}</h1>
          {page}
        </div>,
        document.body,
      )}
    </Dialog>
  );
}

function Findings({ figures }: { figures: InsightFigures }) {
  const { t } = useTranslation();
  return (
    <dl className="grid grid-cols-[11rem_minmax(0,1fr)] gap-x-4 gap-y-1">
      {allTables(figures, t).map(({ name, finding }) => (
        <div key={name} className="contents">
          <dt className="text-ink-2">{name}</dt>
          <dd className="font-semibold">{finding}</dd>
        </div>
      ))}
    </dl>
  );
}

function Listed({ items }: { items: readonly string[] }) {
  const { t } = useTranslation();
  if (items.length === 0) return <p>{t('insight.report.nothing')}</p>;
  return (
    <ul className="list-disc pl-5" lang="zh-CN">
      {items.slice(0, LISTED).map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
