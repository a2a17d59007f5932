import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '#contract/releases.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { sayMoment } from '#renderer/i18n/moments.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { ChangeCard } from './change-card.tsx';
import { PinField } from './pin-field.tsx';
import { sayCounts, saySigned } from './release-words.ts';
import { SIGNING_CALL } from './signing-call.ts';
import { useStep } from './use-step.ts';

/** What waits for a signature: looked at first, then signed under one's own name. */
export function ProposalCard({ proposal }: { proposal: ProposalView }) {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const [pin, setPin] = useState('');
  const [looking, setLooking] = useState(false);
  const { busy, problem, run } = useStep();
  const changes = useQuery({
    queryKey: ['releases', 'proposed', proposal.proposalId],
    queryFn: ({ signal }) => core.releases.proposed(undefined, { signal }),
    enabled: looking,
  }).data;
  const missing = Math.max(0, proposal.needs - proposal.signedBy.length);
  const sign = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      const signed = await core.releases.sign({ proposalId: proposal.proposalId, pin }, SIGNING_CALL);
      tell({ tone: 'done', title: saySigned(signed, t) });
    });
  };
  return (
    <section className="flex flex-col gap-2.5 rounded-large bg-sunken px-4 py-3.5">
      <h3 className="text-head font-semibold">
        {t(`releases.proposal.${proposal.kind}`, { version: proposal.version })}
      </h3>
      <p className="text-note text-ink-2">
        {[
          t('releases.proposal.by', {
            name: proposal.byName,
            when: sayMoment(proposal.proposedAtMs, Date.now(), i18n.language, t),
          }),
          ...(proposal.kind === 'release' ? [sayCounts(proposal.counts, t)] : []),
          ...(proposal.signedBy.length > 0
            ? [t('releases.proposal.signed', { names: proposal.signedBy.map(({ name }) => name).join('、') })]
            : []),
          ...(missing > 0 ? [t('releases.proposal.left', { count: missing })] : []),
        ].join(' · ')}
      </p>
      {proposal.why === '' ? null : <p className="text-body">{t('releases.changed.why', { why: proposal.why })}</p>}
      {proposal.kind === 'release' && !looking ? (
        <Button className="self-start" onClick={() => setLooking(true)}>
          {t('releases.proposal.look')}
        </Button>
      ) : null}
      {changes ? (
        <ul aria-label={t('releases.proposal.look')} className="flex flex-col">
          {changes.map((change) => (
            <ChangeCard key={change.entryId} change={change} />
          ))}
        </ul>
      ) : null}
      {proposal.signedByMe ? (
        <p className="text-note">{t('releases.proposal.signedByMe')}</p>
      ) : (
        <form onSubmit={sign} className="flex flex-col gap-3">
          <PinField value={pin} problem={problem} onChange={setPin} />
          <Button look="primary" type="submit" className="self-start" aria-disabled={busy || pin === ''}>
            {t('releases.proposal.sign')}
          </Button>
        </form>
      )}
      <Button
        look="quiet"
        size="small"
        className="self-start"
        onClick={() => void run(async () => void (await core.releases.drop()))}
      >
        {t('releases.proposal.drop')}
      </Button>
    </section>
  );
}
