import { useTranslation } from 'react-i18next';
import { Part } from '#renderer/features/conversation/part.tsx';
import { sayMoment } from '#renderer/i18n/moments.ts';

interface Correction {
  atMs: number;
  personName: string;
  text: string;
  reason: string;
}

/** What was amended later, each with who, when and why; the record above it stays as it was. */
export function CorrectionList({ corrections }: { corrections: readonly Correction[] }) {
  const { t, i18n } = useTranslation();
  if (corrections.length === 0) return null;
  return (
    <Part title={t('records.corrections')}>
      <ol className="flex flex-col gap-2">
        {corrections.map((correction) => (
          <li key={correction.atMs} className="border-l-2 border-edge-strong pl-3">
            <p className="measure text-body whitespace-pre-wrap" lang="zh-CN">
              {correction.text}
            </p>
            <p className="figures text-small text-ink-3">
              {t('records.correctionBy', {
                name: correction.personName,
                time: sayMoment(correction.atMs, Date.now(), i18n.language, t),
                reason: correction.reason,
              })}
            </p>
          </li>
        ))}
      </ol>
    </Part>
  );
}
