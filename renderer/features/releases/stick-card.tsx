import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { sayPublishingFailure, sayTaken, shortFingerprint } from './release-words.ts';

/** Releases on a stick: out of this desk, or into it with the same checks as over the network. */
export function StickCard({ mayExport }: { mayExport: boolean }) {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const [other, setOther] = useState<{ fileToken: string; fingerprint: string } | null>(null);
  const failed = (error: unknown) => {
    const known = toFailure(error).code !== 'internal';
    tell({ tone: 'problem', title: known ? sayPublishingFailure(error, t) : t('releases.stick.failed') });
  };
  const withFolder = async (step: (fileToken: string) => Promise<void>) => {
    const chosen = await window.counterpartShell.chooseReleaseFolder();
    if (chosen !== null) await step(chosen.token).catch(failed);
  };
  const save = () =>
    withFolder(async (fileToken) => {
      const { files } = await core.releases.exportToFolder({ fileToken });
      tell({ tone: 'done', title: t('releases.stick.exported', { count: files }) });
    });
  const take = () =>
    withFolder(async (fileToken) => {
      const taken = await core.releases.takeFromFolder({ fileToken });
      const strange = taken.outcome === 'refused' && taken.code === 'otherRoot';
      const { fingerprint } = strange ? await core.releases.folderRoot({ fileToken }) : { fingerprint: null };
      if (fingerprint !== null) setOther({ fileToken, fingerprint });
      else tell({ tone: taken.outcome === 'refused' ? 'problem' : 'done', title: sayTaken(taken, t) });
    });
  const trust = async () => {
    if (other === null) return;
    setOther(null);
    try {
      tell({ tone: 'done', title: sayTaken(await core.releases.trustFolder(other), t) });
    } catch (error) {
      failed(error);
    }
  };
  return (
    <section className="flex flex-col gap-2.5">
      <h3 className="text-head font-semibold">{t('releases.stick.title')}</h3>
      <p className="spoken text-note text-ink-2">{t('releases.stick.text')}</p>
      {other === null ? null : (
        <Banner
          tone="warn"
          title={t('releases.stick.trustAsk', { text: shortFingerprint(other.fingerprint) })}
          action={
            <span className="flex gap-2">
              <Button look="danger" onClick={() => void trust()}>
                {t('releases.stick.trust')}
              </Button>
              <Button look="quiet" autoFocus onClick={() => setOther(null)}>
                {t('frame.cancel')}
              </Button>
            </span>
          }
        >
          {t('releases.stick.trustText')}
        </Banner>
      )}
      <div className="flex flex-wrap gap-2">
        {mayExport ? <Button onClick={() => void save()}>{t('releases.stick.export')}</Button> : null}
        <Button onClick={() => void take()}>{t('releases.stick.take')}</Button>
      </div>
    </section>
  );
}
