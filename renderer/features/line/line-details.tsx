import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineView } from '#contract/library.ts';
import { isPersonalEntry } from '#contract/personal-entry.ts';
import { useSiteRules } from '#renderer/features/site-rules/use-site-rules.ts';
import { BasisList } from './basis-list.tsx';
import { speakingSeconds } from './speaking-time.ts';

interface LineDetailsProps {
  line: LineView;
  /** The words as they are shown now; without them nothing is said of how long they take. */
  text?: string;
  onOpen: (entryId: string) => void;
}

/** Basis, related lines and where the wording comes from, each in a quiet row. */
export function LineDetails({ line, text, onOpen }: LineDetailsProps) {
  const { t } = useTranslation();
  const rules = useSiteRules().data?.rules;
  const spoken = line.channels.some((channel) => channel !== 'chat');
  const tiers = line.tiers.map((tier) => t(`vocabulary.tier.${tier}`)).join(t('frame.listJoin'));
  const channels = line.channels.map((channel) => t(`vocabulary.channel.${channel}`)).join(t('frame.listJoin'));
  return (
    <>
      {line.basis.length > 0 ? (
        <Row heading={t('line.basis')}>
          <BasisList articles={line.basis} onOpen={onOpen} />
        </Row>
      ) : null}
      {line.related.length > 0 ? (
        <Row heading={t('line.related')}>
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {line.related.map((related) => (
              <li key={related.entryId}>
                <button
                  type="button"
                  onClick={() => onOpen(related.entryId)}
                  className="rounded-small text-left text-accent underline decoration-edge-strong underline-offset-4 hover:decoration-current"
                >
                  {related.title}
                </button>
              </li>
            ))}
          </ul>
        </Row>
      ) : null}
      {rules && spoken && text !== undefined ? (
        <Row heading={t('line.aloud')}>{t('line.speaking', speakingSeconds(text, rules))}</Row>
      ) : null}
      {isPersonalEntry(line.entryId) ? null : (
        <Row heading={t('line.about')}>
          <p>
            {[
              t('line.version', { version: line.version }),
              t('line.since', { day: line.effectiveFrom }),
              t('line.owner', { owner: line.owner }),
              channels,
              tiers === '' ? t('line.tiersAll') : tiers,
            ].join(' · ')}
          </p>
          {line.changeNote === '' ? null : <p className="text-small text-ink-3">{line.changeNote}</p>}
        </Row>
      )}
    </>
  );
}

function Row({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className="flex gap-3 rounded-base border border-edge bg-panel px-3.5 py-2.5 text-note text-ink-2">
      <h2 className="font-semibold whitespace-nowrap text-ink">{heading}</h2>
      <div className="min-w-0 flex-1">{children}</div>
    </section>
  );
}
