import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SpecialCallView } from '#contract/special-calls/view.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useTell } from '#renderer/ui/notice.tsx';

/** What was taken down, on the clipboard for whoever is sent; not offered while it still has to be read back. */
export function CopyReadOut({ view }: { view: SpecialCallView }) {
  const { t } = useTranslation();
  const tell = useTell();
  const copy = async () => {
    const text = view.readOut.map(({ label, value }) => t('specialCalls.readOutRow', { label, value })).join('\n');
    await window.counterpartShell.copyText(text);
    tell({ tone: 'done', title: t('specialCalls.copied') });
  };
  return (
    <Button className="self-start" size="small" onClick={() => void copy()}>
      <Copy className="size-4" aria-hidden />
      {t('specialCalls.copyReadOut')}
    </Button>
  );
}

/** Everything taken down, label by label, in the size of text that is said aloud. */
export function ReadOut({ view }: { view: SpecialCallView }) {
  const { t } = useTranslation();
  const again = view.step.readBack === 'again';
  return (
    <section aria-labelledby="special-call-read-out" className="rounded-large border border-edge-strong px-5 py-4">
      <h2
        id="special-call-read-out"
        className={`text-note font-semibold ${again ? 'text-warn' : 'text-ink-2'}`}
        role={again ? 'status' : undefined}
      >
        {t(again ? 'specialCalls.readOutAgain' : 'specialCalls.readOut')}
      </h2>
      <dl
        className="mt-2 grid grid-cols-[max-content_minmax(0,1fr)_max-content_minmax(0,1fr)] items-baseline gap-x-4 gap-y-1.5 narrow:grid-cols-[max-content_minmax(0,1fr)]"
        lang="zh-CN"
      >
        {view.readOut.map(({ id, label, value }) => (
          <div key={id} className="contents">
            <dt className="text-note text-ink-2">{label}</dt>
            <dd className="figures spoken text-title">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
