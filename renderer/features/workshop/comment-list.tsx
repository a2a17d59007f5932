import { useTranslation } from 'react-i18next';
import type { DraftView } from '#contract/workshop/views.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { sayMoment } from '#renderer/i18n/moments.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useStep } from './use-workshop.ts';

/** What colleagues said about a draft and what was answered with: open remarks, and the word of the last review. */
export function CommentList({ draft }: { draft: DraftView }) {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const step = useStep();
  const open = draft.comments.filter(({ settled }) => !settled);
  const asked =
    draft.state === 'changesRequested' ? draft.steps.findLast(({ what }) => what === 'changesRequested') : undefined;
  if (open.length === 0 && (asked === undefined || asked.note === '')) return null;
  return (
    <section aria-label={t('workshop.comments.label')} className="grid gap-1.5">
      {asked !== undefined && asked.note !== '' ? (
        <p className="rounded-base bg-warn-soft px-3.5 py-2 text-note" lang="zh-CN">
          <b className="mr-2 font-semibold text-warn">{t('workshop.comments.sentBack', { name: asked.personName })}</b>
          {asked.note}
        </p>
      ) : null}
      <ul className="grid gap-1.5">
        {open.map(({ commentId, personName, atMs, spot, text, fits }) => (
          <li
            key={commentId}
            className="flex flex-wrap items-baseline gap-x-3 rounded-base bg-warn-soft px-3.5 py-2 text-note"
          >
            <span className="min-w-0 flex-1 basis-56" lang="zh-CN">
              {spot !== null && spot.quote !== '' ? <q className="mr-2 text-ink-2">{spot.quote}</q> : null}
              {text}
              {fits ? null : <span className="ml-2 text-small text-ink-2">{t('workshop.comments.changedSince')}</span>}
            </span>
            <span className="text-small text-ink-2">
              {personName} · {sayMoment(atMs, Date.now(), i18n.language, t)}
            </span>
            <Button
              size="small"
              onClick={() => void step(() => core.workshop.settleComment({ draftId: draft.draftId, commentId }))}
            >
              {t('workshop.comments.settle')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
