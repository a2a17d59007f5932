import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';

interface ArticleDrawerProps {
  entryId: string;
  onOpenLine: (entryId: string) => void;
  onClose: () => void;
}

/** An article to read beside the line that rests on it: what it says, whether it holds, and everything that cites it. */
export function ArticleDrawer({ entryId, onOpenLine, onClose }: ArticleDrawerProps) {
  const { t } = useTranslation();
  const core = useCore();
  const [shown, setShown] = useState(entryId);
  const article = useQuery({
    queryKey: ['library', 'article', shown],
    queryFn: ({ signal }) => core.library.article({ entryId: shown }, { signal }),
  }).data;
  return (
    <Dialog shape="side" beside title={t('library.article.title')} onClose={onClose}>
      {article === undefined ? (
        <Skeleton label={t('frame.loading')} lines={5} />
      ) : (
        <article className="grid gap-3 px-4.5 py-4">
          <header>
            <h2 className="text-head font-semibold" lang="zh-CN">
              {article.title}
            </h2>
            <p className="text-small text-ink-3">
              {t('line.basisSource', { law: article.lawName, number: article.articleNo, day: article.effectiveFrom })}
              {article.lawNumber === undefined ? '' : ` · ${article.lawNumber}`}
            </p>
          </header>
          {article.verified ? null : (
            <p className="rounded-base bg-warn-soft px-3 py-1.5 text-note text-warn">
              <b className="mr-2 font-semibold">{t('line.basisUnverified')}</b>
              {t('library.article.unverified')}
            </p>
          )}
          <p className="text-body" lang="zh-CN">
            {article.summary}
          </p>
          <p className={article.status === 'superseded' ? 'text-note text-warn' : 'text-note text-ink-2'}>
            {article.status === 'inForce'
              ? t('library.article.inForce')
              : article.supersededOn === undefined
                ? t('library.article.superseded')
                : t('library.article.supersededOn', { day: article.supersededOn })}
          </p>
          {article.supersededBy ? (
            <p className="text-note">
              {t('library.article.seeNow')}{' '}
              <LinkTo
                title={article.supersededBy.title}
                onOpen={() => setShown(article.supersededBy?.entryId ?? shown)}
              />
            </p>
          ) : null}
          {article.note === '' ? null : <p className="text-small text-ink-3">{article.note}</p>}
          <section>
            <h3 className="text-note font-semibold text-ink-2">
              {article.citedBy.length === 0
                ? t('library.article.citedByNone')
                : t('library.article.citedBy', { count: article.citedBy.length })}
            </h3>
            <ul className="mt-1 grid gap-1.5">
              {article.citedBy.map((each) => (
                <li key={each.entryId} className="text-note">
                  {each.kind === 'line' || each.kind === 'courtesy' ? (
                    <LinkTo title={each.title} onOpen={() => onOpenLine(each.entryId)} />
                  ) : (
                    <span lang="zh-CN">{each.title}</span>
                  )}
                  <span className="ml-2 text-small text-ink-3">
                    {[each.packTitle, ...(each.state === 'inForce' ? [] : [t(`library.state.${each.state}`)])].join(
                      ' · ',
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        </article>
      )}
    </Dialog>
  );
}

function LinkTo({ title, onOpen }: { title: string; onOpen: () => void }) {
  return (
    <button
      type="button"
      lang="zh-CN"
      onClick={onOpen}
      className="rounded-small text-left text-accent underline decoration-edge-strong underline-offset-4 hover:decoration-current"
    >
      {title}
    </button>
  );
}
