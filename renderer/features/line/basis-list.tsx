import { useTranslation } from 'react-i18next';
import type { BasisArticle } from '#contract/library.ts';

interface BasisListProps {
  articles: readonly BasisArticle[];
}

/** The articles a line rests on: each opens to what it says, and shows when nobody has confirmed it or it was replaced. */
export function BasisList({ articles }: BasisListProps) {
  const { t } = useTranslation();
  return (
    <ul className="grid gap-1">
      {articles.map((article) => (
        <li key={article.entryId}>
          <details>
            <summary className="cursor-pointer rounded-small">
              {article.title}
              {article.verified ? null : <Mark text={t('line.basisUnverified')} />}
              {article.status === 'superseded' ? <Mark text={t('line.basisSuperseded')} /> : null}
            </summary>
            <p className="mt-1">{article.summary}</p>
            <p className="text-small text-ink-3">
              {t('line.basisSource', { law: article.lawName, number: article.articleNo, day: article.effectiveFrom })}
            </p>
            {article.supersededBy ? (
              <p className="text-small text-warn">{t('line.basisReplacedBy', { title: article.supersededBy.title })}</p>
            ) : null}
          </details>
        </li>
      ))}
    </ul>
  );
}

function Mark({ text }: { text: string }) {
  return <span className="ml-2 rounded-small bg-warn-soft px-1.5 py-0.5 text-small text-warn">{text}</span>;
}
