import { ShieldCheck, Sparkles } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '#contract/vocabulary.ts';
import { useCurrentPerson } from '#renderer/features/people/use-people.ts';
import { Button } from '#renderer/ui/button.tsx';
import { lazyPart } from '#renderer/ui/lazy-part.ts';
import { useUnread } from './use-releases.ts';

const ChangesSheet = lazyPart(() => import('./changes-sheet.tsx').then((module) => module.ChangesSheet));
const PublishSheet = lazyPart(() => import('./publish-sheet.tsx').then((module) => module.PublishSheet));

export const publishers: readonly Role[] = ['lead', 'administrator'];

/** What changed, for everybody; publishing, for those who sign. */
export function ReleasesEntrance() {
  const { t } = useTranslation();
  const person = useCurrentPerson().data;
  const unread = useUnread();
  const [open, setOpen] = useState<'changes' | 'publish' | null>(null);
  const close = () => setOpen(null);
  return (
    <div className="flex min-w-0 flex-wrap gap-1.5">
      <Button size="small" onClick={() => setOpen('changes')}>
        <Sparkles className="size-4" aria-hidden />
        {t('releases.changed.open')}
        {unread > 0 ? (
          <>
            <span className="figures text-accent" aria-hidden>
              {unread}
            </span>
            <span className="sr-only">{t('frame.unreadChanges', { count: unread })}</span>
          </>
        ) : null}
      </Button>
      {person && publishers.includes(person.role) ? (
        <Button size="small" onClick={() => setOpen('publish')}>
          <ShieldCheck className="size-4" aria-hidden />
          {t('releases.publish.open')}
        </Button>
      ) : null}
      <Suspense>
        {open === 'changes' ? <ChangesSheet onClose={close} /> : null}
        {open === 'publish' ? <PublishSheet onClose={close} /> : null}
      </Suspense>
    </div>
  );
}
