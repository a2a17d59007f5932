import { useTranslation } from 'react-i18next';
import { printChord } from '#renderer/app/chord.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import type { QuickBarWork } from './use-quick-bar.ts';

/** Says that no line holds what was typed, and offers what helps: telling the lead, or searching on the desk. */
export function QuickNothing({ work }: { work: QuickBarWork }) {
  const { t } = useTranslation();
  const mac = window.quickBarShell.platform === 'darwin';
  const near = work.rows.some((row) => row.near);
  return (
    <section className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-base bg-warn-soft px-3 py-1.5">
      <p className="text-note font-semibold text-warn">{near ? t('quickBar.onlyNear') : t('quickBar.nothing')}</p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={work.reportMissing}>
          {t('search.report')}
          <Kbd>{printChord('Mod+M', mac)}</Kbd>
        </Button>
        <Button size="small" onClick={work.openOnDesk}>
          {t('quickBar.searchOnDesk')}
          <Kbd>{printChord('Mod+O', mac)}</Kbd>
        </Button>
      </div>
    </section>
  );
}
