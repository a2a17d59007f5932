import type { TFunction } from 'i18next';
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HolidayYear } from '#contract/site-rules/opening-hours.ts';
import { HOLIDAY_FILE_MAX, type HolidayFault } from '#contract/site-rules.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { SectionCard } from '#renderer/features/settings/section-card.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { type RulesPartProps, useChangeRules } from './use-site-rules.ts';

/** Of which years the public holidays are known, and a year loaded from a file. */
export function YearsCard({ view }: RulesPartProps) {
  const { t } = useTranslation();
  const change = useChangeRules();
  return (
    <SectionCard heading={t('siteRules.years')} intro={t('siteRules.yearsIntro')}>
      <ul className="flex flex-col">
        {view.years.map(({ year, source, daysOff, makeUpWorkdays }) => (
          <li key={year} className="flex min-h-11 items-center gap-4 border-b border-edge text-body last:border-0">
            <span className="figures w-14 shrink-0 font-semibold">{year}</span>
            <span className={`min-w-0 flex-1 text-note ${source === 'unknown' ? 'text-warn' : 'text-ink-2'}`}>
              {t(`siteRules.yearSource.${source}`, { off: daysOff, work: makeUpWorkdays })}
            </span>
            {source === 'file' && view.mayChange ? (
              <Button
                size="small"
                onClick={() => void change((rules) => rules.dropYear({ year }), t('siteRules.yearDropped', { year }))}
              >
                {t('siteRules.yearDrop', { year })}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {view.mayChange ? <LoadYear /> : null}
    </SectionCard>
  );
}

function LoadYear() {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const change = useChangeRules();
  const chooser = useRef<HTMLInputElement>(null);
  const [found, setFound] = useState<HolidayYear | null>(null);
  const [faults, setFaults] = useState<readonly HolidayFault[]>([]);
  const [tooBig, setTooBig] = useState(false);

  const look = async (file: File) => {
    setFound(null);
    setFaults([]);
    setTooBig(file.size > 3 * HOLIDAY_FILE_MAX);
    if (file.size > 3 * HOLIDAY_FILE_MAX) return;
    try {
      const text = await file.text();
      if (text.length > HOLIDAY_FILE_MAX) return setTooBig(true);
      const read = await core.siteRules.checkHolidayFile({ text });
      if (read.year !== null && read.faults.length === 0) setFound({ year: read.year, days: read.days });
      setFaults(read.faults);
    } catch (error) {
      tell(failureNotice(toFailure(error).code, t));
    }
  };
  const load = async (year: HolidayYear) => {
    const done = await change((rules) => rules.loadYear(year), t('siteRules.yearLoaded', { year: year.year }));
    if (done) setFound(null);
  };
  const off = found?.days.filter(({ kind }) => kind === 'off').length ?? 0;
  return (
    <div className="mt-3">
      <input
        ref={chooser}
        type="file"
        accept=".csv,.txt,.json"
        className="sr-only"
        tabIndex={-1}
        aria-label={t('siteRules.yearLoad')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void look(file);
        }}
      />
      <Button onClick={() => chooser.current?.click()}>
        <FileUp className="size-4 text-ink-2" aria-hidden />
        {t('siteRules.yearLoad')}
      </Button>
      <p className="mt-2 text-small text-ink-3">{t('siteRules.yearLoadHint')}</p>
      <div role="status" className="mt-2">
        {tooBig ? <p className="text-note text-never">{t('siteRules.fileTooBig')}</p> : null}
        {faults.map((fault) => (
          <p key={`${fault.line}-${fault.code}-${fault.text}`} className="text-note text-never">
            {sayFault(fault, t)}
          </p>
        ))}
        {found ? (
          <div className="flex flex-wrap items-center gap-3">
            <p className="text-body">
              {t('siteRules.yearPreview', { year: found.year, off, work: found.days.length - off })}
            </p>
            <Button look="primary" onClick={() => void load(found)}>
              {t('siteRules.yearConfirm')}
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  );
}

function sayFault({ line, code, text }: HolidayFault, t: TFunction): string {
  const fault = t(`siteRules.fault.${code}`, { text });
  return line === null ? fault : t('siteRules.faultLine', { line, fault });
}
