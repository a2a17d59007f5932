import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckItem, Spot } from '#contract/workshop/terms.ts';
import type { DraftView } from '#contract/workshop/views.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { DifferenceField } from '#renderer/features/library/versions/version-compare.tsx';
import { variantNames } from '#renderer/features/line/variant-names.ts';
import { sayMoment } from '#renderer/i18n/moments.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CommentList } from './comment-list.tsx';
import { textAt } from './entry-values.ts';
import { shownText, variablesOf } from './gap-text.ts';
import { DraftDrawing } from './outline/draft-drawing.tsx';
import { checkItems, ReviewChecklist } from './review-checklist.tsx';
import { ReviewNote } from './review-note.tsx';
import { useLook, useStep } from './use-workshop.ts';

/** A draft before somebody who did not write it: what changes, remarks on a spot, the checklist and the verdict. */
export function ReviewPage({ draft }: { draft: DraftView }) {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const step = useStep();
  const [checked, setChecked] = useState<ReadonlySet<CheckItem>>(new Set());
  const [note, setNote] = useState('');
  const [remark, setRemark] = useState('');
  const [spot, setSpot] = useState<Spot | null>(null);
  const look = useLook(draft.packId, draft.entry).data;
  const findings = look?.findings ?? [];
  const variables = variablesOf(draft.entry);
  const paths = draft.kind === 'fragment' ? ['text'] : variantNames.map((name) => `variants.${name}`);
  const texts = paths.flatMap((path) => {
    const text = shownText(textAt(draft.entry, path), variables);
    return text === '' ? [] : [{ path, text }];
  });
  const { draftId, revisionId } = draft;
  const review = (verdict: 'approved' | 'changesRequested') =>
    void step(
      () =>
        core.workshop.review({ drafts: [{ draftId, revisionId }], verdict, note: note.trim(), checked: [...checked] }),
      t(`workshop.reviewed.${verdict}`),
    );
  const addRemark = async () => {
    const text = remark.trim();
    if (text === '') return;
    if (await step(() => core.workshop.comment({ draftId, revisionId, spot, text }))) {
      setRemark('');
      setSpot(null);
    }
  };
  const said = note.trim() !== '' || draft.openComments > 0;
  const all = checkItems.every((item) => checked.has(item));
  return (
    <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)_21rem] drawer:grid-cols-1 drawer:overflow-y-auto narrow:h-auto narrow:overflow-visible">
      <div className="min-h-0 overflow-y-auto px-7 py-5 drawer:overflow-visible narrow:px-4">
        <div className="mx-auto grid max-w-[46rem] gap-4">
          <header>
            <p className="text-note text-ink-2" lang="zh-CN">
              {draft.packTitle} · {draft.changes ? t('workshop.changesOld') : t('workshop.isNew')}
            </p>
            <h2 className="text-title font-bold" lang="zh-CN">
              {draft.title}
            </h2>
          </header>
          <CommentList draft={draft} />
          {draft.differences.map((field) => (
            <DifferenceField key={field.path} field={field} />
          ))}
          {draft.kind === 'decisionTable' || draft.kind === 'flow' ? (
            <div className="h-[28rem] overflow-hidden rounded-large border border-edge">
              <DraftDrawing entry={draft.entry} look={look} chosen={null} onChoose={() => undefined} />
            </div>
          ) : null}
          {texts.map(({ path, text }) => (
            <section key={path} className="grid gap-1">
              <label htmlFor={`review-${path}`} className="text-note text-ink-2">
                {path === 'text'
                  ? t('workshop.form.words')
                  : t(`line.variant.${path.slice('variants.'.length) as 'standard'}`)}
              </label>
              <textarea
                id={`review-${path}`}
                readOnly
                lang="zh-CN"
                value={text}
                onSelect={(event) => {
                  const { selectionStart: start, selectionEnd: end } = event.currentTarget;
                  setSpot(end > start ? { path, start, end, quote: text.slice(start, end).slice(0, 300) } : null);
                }}
                className="spoken field-sizing-content w-full resize-none rounded-base border border-edge bg-panel px-3.5 py-2 text-body"
              />
            </section>
          ))}
          {findings.length > 0 ? (
            <p className="rounded-base bg-warn-soft px-3.5 py-2 text-note">
              {t('workshop.stillWeighed', { count: findings.length })}
            </p>
          ) : null}
          <section className="grid gap-1.5" aria-labelledby="workshop-remark">
            <label id="workshop-remark" htmlFor="workshop-remark-text" className="text-note text-ink-2">
              {spot === null ? t('workshop.remark.whole') : t('workshop.remark.spot', { quote: spot.quote })}
            </label>
            <textarea
              id="workshop-remark-text"
              maxLength={1000}
              value={remark}
              onChange={(event) => setRemark(event.target.value)}
              className="field-sizing-content min-h-16 w-full resize-none rounded-base border border-edge-field bg-panel px-3 py-2 text-body"
            />
            <Button className="justify-self-start" disabled={remark.trim() === ''} onClick={() => void addRemark()}>
              {t('workshop.remark.add')}
            </Button>
          </section>
        </div>
      </div>
      <aside
        aria-label={t('workshop.review')}
        className="flex min-h-0 flex-col border-l border-edge bg-panel drawer:border-t drawer:border-l-0"
      >
        <div className="grid min-h-0 flex-1 content-start gap-4 overflow-y-auto px-4.5 py-4 drawer:overflow-visible">
          <ol aria-label={t('workshop.course')} className="grid gap-1 text-note">
            {draft.steps.map(({ atMs, personName, what }) => (
              <li key={`${atMs} ${what}`} className="flex gap-2">
                <span className="min-w-0 flex-1">{t(`workshop.stepDone.${what}`, { name: personName })}</span>
                <span className="text-small text-ink-2">{sayMoment(atMs, Date.now(), i18n.language, t)}</span>
              </li>
            ))}
          </ol>
          {draft.mayReview ? <ReviewChecklist checked={checked} onChange={setChecked} /> : null}
        </div>
        <div className="grid gap-2 border-t border-edge px-4.5 py-3">
          {draft.mayReview ? (
            <>
              <ReviewNote value={note} onChange={setNote} left={checkItems.length - checked.size} />
              <div className="flex flex-wrap gap-2">
                <Button disabled={!said} onClick={() => review('changesRequested')}>
                  {t('workshop.sendBack')}
                </Button>
                <Button look="primary" className="flex-1" disabled={!all} onClick={() => review('approved')}>
                  {t('workshop.approve')}
                </Button>
              </div>
            </>
          ) : (
            <>
              <p className="text-note text-ink-2">
                {draft.state === 'inReview' ? t('workshop.ownWording') : t(`workshop.stateText.${draft.state}`)}
              </p>
              {draft.state === 'inReview' || draft.state === 'approved' ? (
                <Button onClick={() => void step(() => core.workshop.takeBack({ draftIds: [draftId] }))}>
                  {t('workshop.takeBack')}
                </Button>
              ) : null}
            </>
          )}
        </div>
      </aside>
    </div>
  );
}
