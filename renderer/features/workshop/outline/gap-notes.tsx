import { useTranslation } from 'react-i18next';
import type { DraftFinding } from '#contract/workshop/views.ts';

/** What keeps one part of an outline from being complete, under that part. */
export function GapNotes({ findings, path }: { findings: readonly DraftFinding[]; path: string }) {
  const { t } = useTranslation();
  const here = findings.filter(({ gap, path: at }) => gap !== null && (at === path || at.startsWith(`${path}.`)));
  if (here.length === 0) return null;
  return (
    <ul className="grid gap-0.5">
      {here.map(({ gap, path: at, text }) => (
        <li key={`${at} ${gap}`} className="text-small font-semibold text-warn" lang="zh-CN">
          {gap === null ? null : t(`outline.gap.${gap}`, { about: text })}
        </li>
      ))}
    </ul>
  );
}
