import { useQuery } from '@tanstack/react-query';
import { Sparkles } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppliedRelease } from '#contract/releases.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { sayMoment } from '#renderer/i18n/moments.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceField } from '#renderer/ui/choice-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { ChangeCard } from './change-card.tsx';
import { Quiz } from './quiz.tsx';
import { sayCounts } from './release-words.ts';
import { useAppliedReleases } from './use-releases.ts';

/** What the last updates changed, and a few questions to make it stick. */
export function ChangesSheet({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const releases = useAppliedReleases().data;
  const [picked, setPicked] = useState('');
  const shown = releases?.find(({ releaseHash }) => releaseHash === picked) ?? releases?.[0];
  const sayWhen = (atMs: number) => sayMoment(atMs, Date.now(), i18n.language, t);
  return (
    <Dialog title={t('releases.changed.title')} description={t('releases.changed.intro')} wide onClose={onClose}>
      {releases === undefined ? <Skeleton label={t('frame.loading')} lines={6} /> : null}
      {releases?.length === 0 ? (
        <EmptyState icon={<Sparkles className="size-8" aria-hidden />} title={t('releases.changed.none')}>
          {t('releases.changed.noneText')}
        </EmptyState>
      ) : null}
      {shown && releases ? (
        <div className="flex flex-col gap-4">
          {releases.length > 1 ? (
            <ChoiceField
              label={t('releases.changed.pick')}
              value={shown.releaseHash}
              options={releases.map((each) => ({
                value: each.releaseHash,
                label: `${t('releases.changed.applied', { version: each.version, when: sayWhen(each.appliedAtMs) })} · ${sayCounts(each.counts, t)}`,
              }))}
              onChange={setPicked}
            />
          ) : (
            <p className="text-note text-ink-2">
              {t('releases.changed.applied', { version: shown.version, when: sayWhen(shown.appliedAtMs) })} ·{' '}
              {sayCounts(shown.counts, t)}
            </p>
          )}
          {shown.why === '' ? null : <p className="text-body">{t('releases.changed.why', { why: shown.why })}</p>}
          <Changes key={shown.releaseHash} release={shown} sayWhen={sayWhen} />
        </div>
      ) : null}
    </Dialog>
  );
}

const SHOWN_AT_ONCE = 60;

function Changes({ release, sayWhen }: { release: AppliedRelease; sayWhen: (atMs: number) => string }) {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const [limit, setLimit] = useState(SHOWN_AT_ONCE);
  const { releaseHash } = release;
  const found = useQuery({
    queryKey: ['releases', 'changesIn', releaseHash],
    queryFn: ({ signal }) => core.releases.changesIn({ releaseHash }, { signal }),
    // The questions must not change under somebody who is answering them.
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
  const failed = (error: unknown) => tell(failureNotice(toFailure(error).code, t));
  if (found === undefined) return <Skeleton label={t('frame.loading')} lines={6} />;
  const rest = found.changes.length - limit;
  return (
    <>
      <ul aria-label={t('releases.changed.title')} className="flex flex-col">
        {found.changes.slice(0, limit).map((change) => (
          <ChangeCard key={change.entryId} change={change} />
        ))}
      </ul>
      {rest > 0 ? (
        <Button className="self-start" onClick={() => setLimit(limit + SHOWN_AT_ONCE)}>
          {t('releases.changed.more', { count: rest })}
        </Button>
      ) : null}
      {release.readAtMs === null ? (
        <Button
          look="primary"
          className="self-start"
          onClick={() => core.releases.markRead({ releaseHash }).catch(failed)}
        >
          {t('releases.changed.read')}
        </Button>
      ) : (
        <p className="text-note text-ink-3">{t('releases.changed.readAt', { when: sayWhen(release.readAtMs) })}</p>
      )}
      {found.questions.length > 0 ? (
        <section aria-labelledby="release-quiz" className="flex flex-col gap-2 rounded-large bg-sunken px-4 py-3.5">
          <h3 id="release-quiz" className="text-head font-semibold">
            {t('releases.quiz.title')}
          </h3>
          <p className="text-note text-ink-2">
            {release.asked > 0
              ? t('releases.quiz.result', { asked: release.asked, right: release.right })
              : t('releases.quiz.intro')}
          </p>
          <Quiz
            questions={found.questions}
            onDone={(asked, right) => core.releases.answerQuiz({ releaseHash, asked, right }).catch(failed)}
          />
        </section>
      ) : null}
    </>
  );
}
