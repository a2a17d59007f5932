import { useTranslation } from 'react-i18next';
import type { DraftFinding } from '#contract/workshop/views.ts';
import { Button } from '#renderer/ui/button.tsx';
import { sayRule } from './say-rule.ts';

interface FindingListProps {
  findings: readonly DraftFinding[];
  onGo: (finding: DraftFinding) => void;
  /** Puts the article that holds the matter now in the place of the one that was replaced. */
  onReplaceBasis: (path: string, entryId: string) => void;
}

/** What is to be mended, and what to be weighed; words of the texts that are checked while typed show there. */
export function FindingList({ findings, onGo, onReplaceBasis }: FindingListProps) {
  const { t } = useTranslation();
  const shown = findings.filter(({ kind, path }) => kind !== 'words' || !/^(variants|text)\b/.test(path));
  if (shown.length === 0) return null;
  return (
    <ul aria-label={t('workshop.findings.label')} className="grid gap-1.5">
      {shown.map((finding) => {
        const { path, kind, weight, text, successor, alike, words, rule } = finding;
        return (
          <li
            key={`${path} ${kind} ${text} ${alike?.entryId ?? words?.start ?? ''} ${JSON.stringify(rule)}`}
            className={`flex flex-wrap items-baseline gap-x-3 gap-y-1 rounded-base px-3.5 py-2 text-note ${weight === 'must' ? 'bg-never-soft' : 'bg-warn-soft'}`}
          >
            <b className={`font-semibold ${weight === 'must' ? 'text-never' : 'text-warn'}`}>
              {t(`workshop.findings.${kind}`)}
            </b>
            <span className="min-w-0 flex-1 basis-48">
              {alike ? (
                <>
                  {t('workshop.findings.alikeTo', { title: alike.title, percent: alike.percent })}
                  <q className="block text-ink-2" lang="zh-CN">
                    {text}
                  </q>
                </>
              ) : (
                <span lang="zh-CN">{text}</span>
              )}
              {sayRule(finding, t)}
              {words ? t('workshop.findings.sayInstead', { matched: words.matched, rewording: words.rewording }) : null}
            </span>
            {successor ? (
              <Button size="small" onClick={() => onReplaceBasis(path, successor.entryId)}>
                {t('workshop.findings.useNow', { title: successor.title })}
              </Button>
            ) : (
              <button
                type="button"
                onClick={() => onGo(finding)}
                className="rounded-small px-1 text-accent underline underline-offset-4"
              >
                {t('workshop.findings.go')}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
