import { useTranslation } from 'react-i18next';
import type { InsightFigures } from '#contract/insight/views.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { useTell } from '#renderer/ui/notice.tsx';
import { allTables } from './figure-tables.ts';

/** Saves every figure's table as a workbook where the person says. */
export function useWorkbook(): (figures: InsightFigures) => void {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const save = async (figures: InsightFigures) => {
    const name = t('insight.export.fileName', { from: figures.fromDay, to: figures.toDay });
    const file = await window.counterpartShell.chooseExportFile({ format: 'xlsx', name });
    if (file === null) return;
    const result = await core.insight.exportSheets({ fileToken: file.token, sheets: allTables(figures, t) });
    if (result.outcome === 'exported') tell({ tone: 'done', title: t('insight.export.done'), detail: file.name });
    else tell({ tone: 'problem', title: t(`insight.export.failed.${result.why}`) });
  };
  return (figures) => {
    save(figures).catch((error: unknown) => tell(failureNotice(toFailure(error).code, t)));
  };
}
