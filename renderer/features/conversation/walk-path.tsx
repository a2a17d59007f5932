import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { WalkView } from '#contract/conversation/view.ts';
import { Part } from './part.tsx';

/** How the matter was worked out: every question with its answer, and what came of it. */
export function WalkPaths({ walks }: { walks: readonly WalkView[] }) {
  const { t } = useTranslation();
  return walks.map((walk) => (
    <Part key={walk.entryId} title={walk.title}>
      <ol className="flex flex-wrap items-center gap-y-1 text-note" lang="zh-CN">
        {walk.steps.map(({ nodeId, text, answer }) => (
          <li key={nodeId} className="inline-flex items-center">
            <span className="text-ink-2">{text}</span>
            <span className="ml-1 font-semibold">{answer ?? t('conversation.refuse')}</span>
            <ChevronRight className="mx-0.5 size-3.5 shrink-0 text-ink-3" aria-hidden />
          </li>
        ))}
        <li>
          {walk.end}
          {walk.endIs === 'accepted' ? <span className="ml-1 text-ok">{t('conversation.accepted')}</span> : null}
        </li>
      </ol>
    </Part>
  ));
}
