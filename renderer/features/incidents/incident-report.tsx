import { useQuery } from '@tanstack/react-query';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { IncidentReport } from '#contract/incidents/report.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { ReportBody } from './report-body.tsx';
import { useIncidentCall } from './use-incident-call.ts';

/** What happened, as the journal has it: to read, to print, to save. */
export function IncidentReportPage({ incidentId, leads }: { incidentId: string; leads: boolean }) {
  const { t } = useTranslation();
  const core = useCore();
  const report = useQuery({
    queryKey: ['incidents', 'report', incidentId],
    queryFn: ({ signal }) => core.incidents.report({ incidentId }, { signal }),
  }).data;
  if (!report) return <Skeleton label={t('frame.loading')} lines={8} />;
  return (
    <div className="flex flex-col gap-5">
      <ReportBody report={report} />
      <ReportActions report={report} leads={leads} />
      {createPortal(
        <div className="print-sheet">
          <h1>{t('incidents.report.title', { title: report.incident.title })}</h1>
          <ReportBody report={report} />
        </div>,
        document.body,
      )}
    </div>
  );
}

function ReportActions({ report: { incident }, leads }: { report: IncidentReport; leads: boolean }) {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const call = useIncidentCall();
  const save = async (format: 'pdf' | 'xlsx') => {
    const name = `${t('incidents.report.fileName')} ${incident.title}`;
    const file = await window.counterpartShell.chooseExportFile({ format, name });
    if (file === null) return;
    const language = i18n.language === 'en' ? ('en' as const) : ('zh-CN' as const);
    const saved = await call(() =>
      core.incidents.exportReport({ incidentId: incident.id, language, fileToken: file.token }),
    );
    if (saved !== undefined) tell({ tone: 'done', title: t('incidents.report.saved'), detail: file.name });
  };
  return (
    <div className="flex flex-wrap gap-2 border-t border-edge pt-4">
      <Button onClick={() => void window.counterpartShell.print()}>{t('incidents.report.print')}</Button>
      {leads ? (
        <>
          <Button onClick={() => void save('pdf')}>{t('incidents.report.pdf')}</Button>
          <Button onClick={() => void save('xlsx')}>{t('incidents.report.excel')}</Button>
        </>
      ) : null}
    </div>
  );
}
