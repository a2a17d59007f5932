import { useTranslation } from 'react-i18next';
import { printChord } from '#renderer/app/chord.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import type { QuickBarWork } from './use-quick-bar.ts';

/** Says that no line holds what was typed, and offers what helps: telling the lead, or searching on the desk. */
export function QuickNothing({ work }: { work: QuickBarWork }) {
  const { t } = useTranslation();
  const mac = window.quickBarShell.platform === 'darwin';
  const text = work.text.trim();
  const near = work.rows.some((row) => row.near);
  return (
    <section className="mb-1.5 flex flex-col items-start gap-1.5 rounded-base bg-warn-soft px-3 py-2">
      <p className="text-body font-semibold text-warn">
        {near ? t('search.nearTitle', { text }) : t('search.noneTitle', { text })}
      </p>
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
