import { FileDown, FileUp, Inbox } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '#contract/vocabulary.ts';
import { useCurrentPerson } from '#renderer/features/people/use-people.ts';
import { Button } from '#renderer/ui/button.tsx';
import { lazyPart } from '#renderer/ui/lazy-part.ts';
import { useImports } from './use-imports.ts';

const ImportSheet = lazyPart(() => import('./import-sheet.tsx').then((module) => module.ImportSheet));
const ExportSheet = lazyPart(() => import('./export-sheet.tsx').then((module) => module.ExportSheet));
const DraftsSheet = lazyPart(() => import('./drafts-sheet.tsx').then((module) => module.DraftsSheet));

const leads: readonly Role[] = ['lead', 'reviewer', 'administrator'];

/** Import, export and the drafts that wait: for those who answer for the wording, and nobody else. */
export function ExchangeEntrance() {
  const person = useCurrentPerson().data;
  return person && leads.includes(person.role) ? <Doors personName={person.name} /> : null;
}

function Doors({ personName }: { personName: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'import' | 'export' | 'drafts' | null>(null);
  const imports = useImports().data ?? [];
  const waiting = imports.reduce((sum, each) => sum + each.waiting, 0);
  const close = () => setOpen(null);
  return (
    <fieldset aria-label={t('exchange.label')} className="flex min-w-0 flex-wrap gap-1.5">
      <Button size="small" onClick={() => setOpen('import')}>
        <FileUp className="size-4" aria-hidden />
        {t('exchange.importOpen')}
      </Button>
      <Button size="small" onClick={() => setOpen('export')}>
        <FileDown className="size-4" aria-hidden />
        {t('exchange.exportOpen')}
      </Button>
      <Button size="small" onClick={() => setOpen('drafts')}>
        <Inbox className="size-4" aria-hidden />
        {t('exchange.draftsOpen')}
        {waiting > 0 ? <span className="figures">{waiting}</span> : null}
      </Button>
      <Suspense>
        {open === 'import' ? (
          <ImportSheet personName={personName} onClose={close} onDrafts={() => setOpen('drafts')} />
        ) : null}
        {open === 'export' ? <ExportSheet onClose={close} /> : null}
        {open === 'drafts' ? <DraftsSheet onClose={close} /> : null}
      </Suspense>
    </fieldset>
  );
}
