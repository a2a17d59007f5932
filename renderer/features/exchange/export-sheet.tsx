import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportResult } from '#contract/exchange.ts';
import type { ExportFormat } from '#contract/library-exchange.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { usePacks } from '#renderer/features/library/use-packs.ts';
import { failureText } from '#renderer/i18n/explain-failure.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { ChoiceField } from '#renderer/ui/choice-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';

/** What the screen offers; the page for printing is written as PDF. */
type OfferedFormat = Exclude<ExportFormat, 'html'>;
const formats: readonly OfferedFormat[] = ['xlsx', 'docx', 'pdf', 'csv', 'yaml'];
const EXPORT_WITHIN_MS = 240_000;

type Ended = { kind: 'result'; name: string; result: ExportResult } | { kind: 'trouble'; text: string };

/** Takes the library in force, or a pack of it, out to a file. */
export function ExportSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const core = useCore();
  const packs = usePacks().data ?? [];
  const [packId, setPackId] = useState('');
  const [format, setFormat] = useState<OfferedFormat>('xlsx');
  const [working, setWorking] = useState(false);
  const [ended, setEnded] = useState<Ended | null>(null);

  const start = async () => {
    if (working) return;
    const pack = packs.find((each) => each.packId === packId);
    const name = pack ? t('exchange.export.fileNameOf', { pack: pack.title }) : t('exchange.export.fileName');
    const file = await window.counterpartShell.chooseExportFile({ format, name });
    if (!file) return;
    setEnded(null);
    setWorking(true);
    try {
      const result = await core.exchange.export(
        { fileToken: file.token, format, ...(pack ? { packId } : {}) },
        { context: { timeoutMs: EXPORT_WITHIN_MS } },
      );
      setEnded({ kind: 'result', name: file.name, result });
    } catch (error) {
      setEnded({ kind: 'trouble', text: failureText(toFailure(error).code, t) });
    } finally {
      setWorking(false);
    }
  };

  return (
    <Dialog title={t('exchange.export.title')} description={t('exchange.export.intro')} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <ChoiceField
          label={t('exchange.export.scope')}
          value={packId}
          options={[
            { value: '', label: t('exchange.export.whole') },
            ...packs.map((pack) => ({ value: pack.packId, label: pack.title })),
          ]}
          onChange={setPackId}
        />
        <div className="flex flex-col gap-1">
          <p className="text-note text-ink-2">{t('exchange.export.format')}</p>
          <ChoiceChips
            size="base"
            label={t('exchange.export.format')}
            value={format}
            options={formats.map((each) => ({ value: each, content: t(`exchange.export.formats.${each}`) }))}
            onChange={setFormat}
          />
          <p className="text-note text-ink-3">{t(`exchange.export.hint.${format}`)}</p>
        </div>
        <div role="status">
          {working ? <p className="text-note text-ink-2">{t('exchange.export.working')}</p> : null}
          {ended ? <Ending ended={ended} /> : null}
        </div>
        <div className="flex justify-end gap-2.5">
          <Button look="quiet" onClick={onClose}>
            {t('frame.close')}
          </Button>
          <Button look="primary" aria-disabled={working} onClick={() => void start()}>
            {t('exchange.export.start')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Ending({ ended }: { ended: Ended }) {
  const { t, i18n } = useTranslation();
  if (ended.kind === 'trouble') return <Banner tone="warn" title={ended.text} />;
  const { name, result } = ended;
  if (result.outcome === 'failed') return <Banner tone="warn" title={t(`exchange.export.failed.${result.why}`)} />;
  const size = new Intl.NumberFormat(i18n.language, {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 0,
  }).format(Math.max(1, result.bytes / 1024));
  return (
    <Banner tone="plain" title={t('exchange.export.done', { count: result.written })}>
      {t('exchange.export.doneText', { name, size })}
      {result.leftOut > 0 ? <p>{t('exchange.export.leftOut', { count: result.leftOut })}</p> : null}
    </Banner>
  );
}
