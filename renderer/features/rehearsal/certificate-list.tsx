import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Certificate } from '#contract/rehearsal/view.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Button } from '#renderer/ui/button.tsx';

interface CertificateListProps {
  printed: Certificate | null;
  onPrint: (certificate: Certificate) => void;
}

/** Certificates given; each can be printed again. */
export function CertificateList({ printed, onPrint }: CertificateListProps) {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const certificates = useQuery({
    queryKey: ['rehearsal', 'certificates'],
    queryFn: ({ signal }) => core.rehearsal.certificates(undefined, { signal }),
  }).data;
  const dayOf = (atMs: number) => new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' }).format(atMs);
  useEffect(() => {
    if (printed) void window.counterpartShell.print();
  }, [printed]);
  return (
    <section aria-labelledby="lead-certificates" className="rounded-large bg-panel p-5 shadow-lift">
      <h2 id="lead-certificates" className="font-semibold">
        {t('rehearsal.lead.certificates')}
      </h2>
      {certificates?.length === 0 ? (
        <p className="mt-2 text-note text-ink-2">{t('rehearsal.lead.noCertificates')}</p>
      ) : null}
      <ul className="mt-2">
        {certificates?.map((one) => (
          <li key={one.certificateId} className="flex items-center gap-3 border-b border-edge py-1.5 text-note">
            <span className="min-w-0 flex-1">{`${one.personName} · ${one.score} ${t('rehearsal.points')} · ${dayOf(one.atMs)}`}</span>
            <Button
              size="small"
              look="quiet"
              aria-label={`${t('rehearsal.print')} ${one.personName}`}
              onClick={() => onPrint({ ...one })}
            >
              <Printer className="size-4" aria-hidden />
              {t('rehearsal.print')}
            </Button>
          </li>
        ))}
      </ul>
      {printed
        ? createPortal(
            <div className="print-sheet" lang={i18n.language}>
              <h1>{t('rehearsal.lead.certificateTitle')}</h1>
              <p>{printed.siteName}</p>
              <p>
                {t('rehearsal.lead.certificateText', {
                  name: printed.personName,
                  count: printed.scenarios,
                  score: printed.score,
                  mark: printed.passMark,
                })}
              </p>
              <p>{t('rehearsal.lead.certificateBy', { name: printed.byName, date: dayOf(printed.atMs) })}</p>
            </div>,
            document.body,
          )
        : null}
    </section>
  );
}
