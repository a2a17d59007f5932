import { useTranslation } from 'react-i18next';
import type { IncidentLine } from '#contract/incidents/view.ts';
import type { Channel } from '#contract/vocabulary.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { useIncidentCall } from './use-incident-call.ts';

interface IncidentLinesProps {
  lines: readonly (IncidentLine & { incidentId: string })[];
  /** Where it is said; null outside a conversation. */
  talk: { conversationId: string; channel: Channel } | null;
  /** Opens a line that asks for what concerns the customer; null where there is nowhere to open it. */
  onOpenLine: ((entryId: string) => void) | null;
}

/** What is said while an incident lasts: whole sentences, each to copy or to mark as said, which counts apart. */
export function IncidentLines({ lines, talk, onOpenLine }: IncidentLinesProps) {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const call = useIncidentCall();
  const where = talk ?? { conversationId: null, channel: null };
  const copy = async ({ incidentId, entryId }: { incidentId: string; entryId: string }) => {
    const copied = await call(() => core.incidents.copyLine({ incidentId, entryId, ...where }));
    if (!copied) return;
    await window.counterpartShell.copyText(copied.text);
    tell({ tone: 'done', title: t('incidents.say.copied') });
  };
  const say = async ({ incidentId, entryId }: { incidentId: string; entryId: string }) => {
    const noted = await call(() => core.incidents.sayLine({ incidentId, entryId, ...where }));
    if (noted) tell({ tone: 'done', title: t('incidents.say.noted') });
  };
  return (
    <ul className="flex flex-col gap-1.5">
      {lines.map((line) => (
        <li key={`${line.incidentId} ${line.entryId}`} className="flex flex-wrap items-start gap-x-3 gap-y-1">
          {line.excerpt !== '' ? (
            <>
              <span
                className="min-w-0 flex-1 basis-72 text-field text-ink [overflow-wrap:anywhere] [word-break:keep-all]"
                lang="zh-CN"
              >
                {line.instead ? <b className="mr-1.5 text-note text-warn">{t('incidents.say.instead')}</b> : null}
                {line.excerpt}
              </span>
              <span className="flex gap-1.5">
                <Button
                  size="small"
                  aria-label={t('incidents.say.copyOf', { title: line.title })}
                  onClick={() => void copy(line)}
                >
                  {t('incidents.say.copy')}
                </Button>
                <Button
                  size="small"
                  aria-label={t('incidents.say.saidOf', { title: line.title })}
                  onClick={() => void say(line)}
                >
                  {t('incidents.say.said')}
                </Button>
              </span>
            </>
          ) : line.kind === 'notice' || onOpenLine === null ? (
            <span className="text-note text-ink-2">{t('incidents.say.wait', { title: line.title })}</span>
          ) : (
            <Button size="small" look="quiet" onClick={() => onOpenLine(line.entryId)}>
              {t('incidents.say.ask', { title: line.title })}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
