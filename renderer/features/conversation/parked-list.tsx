import { CirclePause } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '#contract/conversation/view.ts';
import { printChord } from '#renderer/app/chord.ts';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { sayMoment } from '#renderer/i18n/moments.ts';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { useConversations } from './conversation-query.ts';
import { Part } from './part.tsx';
import { useCourse } from './use-course.ts';
import { useNow } from './use-now.ts';

const MOST = 9;

/** Customers who are waiting; one key takes one up again. `quiet`: beside a running conversation, without keys. */
export function ParkedList({ quiet = false }: { quiet?: boolean }) {
  const { t, i18n } = useTranslation();
  const { resume } = useCourse();
  const now = useNow();
  const parked = useConversations({ state: 'parked', limit: MOST }).data ?? [];
  const mac = window.counterpartShell.platform === 'darwin';
  const takeUp = (one: ConversationSummary) => void resume(one.id);
  return parked.length === 0 ? null : (
    <Part title={t('conversation.parked')}>
      {quiet ? null : <ParkedKeys onPick={(index) => parked[index] && takeUp(parked[index])} />}
      <ul className="grid gap-1.5">
        {parked.map((one, index) => (
          <li key={one.id}>
            <button
              type="button"
              onClick={() => takeUp(one)}
              className="flex w-full items-center gap-2 rounded-base border border-edge-strong bg-panel px-2.5 py-1.5 text-left hover:border-accent hover:bg-hover"
            >
              <CirclePause className="size-4 shrink-0 text-warn" aria-hidden />
              <span className="min-w-0 flex-1">
                <span className="figures block truncate text-body font-semibold" lang="zh-CN">
                  {one.customerShown === '' ? t('conversation.withoutName') : one.customerShown}
                </span>
                <span className="figures block text-small text-ink-3">
                  {t('conversation.parkedSince', {
                    stage: t(`vocabulary.stage.${one.stage}`),
                    time: sayMoment(one.changedAtMs, Math.max(now, one.changedAtMs), i18n.language, t),
                  })}
                </span>
              </span>
              <span className="text-note text-accent">{t('conversation.resume')}</span>
              {quiet ? null : (
                <span aria-hidden="true">
                  <Kbd>{printChord(`Alt+${index + 1}`, mac)}</Kbd>
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** While nothing runs, the keys for answers take up a waiting customer. */
function ParkedKeys({ onPick }: { onPick: (index: number) => unknown }) {
  useShortcut('answer', ({ digit }) => void onPick(digit - 1));
  return null;
}
