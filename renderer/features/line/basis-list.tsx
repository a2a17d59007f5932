import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BasisArticle } from '#contract/library.ts';
import { lazyPart } from '#renderer/ui/lazy-part.ts';

const ArticleDrawer = lazyPart(() => import('./article-drawer.tsx').then((module) => module.ArticleDrawer));

interface BasisListProps {
  articles: readonly BasisArticle[];
  onOpen: (entryId: string) => void;
}

/** The articles a line rests on: each opens beside the line, and shows when nobody has confirmed it or it was replaced. */
export function BasisList({ articles, onOpen }: BasisListProps) {
  const { t } = useTranslation();
  const [reading, setReading] = useState<string | null>(null);
  return (
    <>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {articles.map((article) => (
          <li key={article.entryId}>
            <button
              type="button"
              lang="zh-CN"
              aria-haspopup="dialog"
              onClick={() => setReading(article.entryId)}
              className="rounded-small text-left text-accent underline decoration-edge-strong underline-offset-4 hover:decoration-current"
            >
              {article.title}
            </button>
            {article.verified ? null : <Mark text={t('line.basisUnverified')} />}
            {article.status === 'superseded' ? <Mark text={t('line.basisSuperseded')} /> : null}
          </li>
        ))}
      </ul>
      {reading === null ? null : (
        <Suspense>
          <ArticleDrawer
            entryId={reading}
            onOpenLine={(entryId) => {
              setReading(null);
              onOpen(entryId);
            }}
            onClose={() => setReading(null)}
          />
        </Suspense>
      )}
    </>
  );
}

function Mark({ text }: { text: string }) {
  return <span className="ml-2 rounded-small bg-warn-soft px-1.5 py-0.5 text-small text-warn">{text}</span>;
}
