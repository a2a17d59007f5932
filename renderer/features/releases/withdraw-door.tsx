import { Ban } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCurrentPerson } from '#renderer/features/people/use-people.ts';
import { Button } from '#renderer/ui/button.tsx';
import { lazyPart } from '#renderer/ui/lazy-part.ts';
import { publishers } from './releases-entrance.tsx';

const WithdrawSheet = lazyPart(() => import('./withdraw-sheet.tsx').then((module) => module.WithdrawSheet));

/** Beside an entry, for those who sign: takes it back. */
export function WithdrawDoor({ entryId, title }: { entryId: string; title: string }) {
  const { t } = useTranslation();
  const person = useCurrentPerson().data;
  const [open, setOpen] = useState(false);
  if (!person || !publishers.includes(person.role)) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Ban className="size-4" aria-hidden />
        {t('releases.withdraw.open')}
      </Button>
      <Suspense>
        {open ? <WithdrawSheet entryId={entryId} title={title} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </>
  );
}
