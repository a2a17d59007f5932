import { useQueryClient } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { JournalFault } from '#contract/journal.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { useCurrentPerson } from '#renderer/features/people/use-people.ts';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useTell } from '#renderer/ui/notice.tsx';

const HEAD = ['headMissing', 'headUnreadable', 'headMismatch'] as const;

/** Findings that a start writes down once; a lead may take note of them and go on. */
export function isFindingOfStart({ code }: JournalFault): boolean {
  return code === 'lostTail' || HEAD.some((one) => one === code);
}

interface FindingsNoteProps {
  faults: readonly JournalFault[];
  onBackups: (() => void) | undefined;
}

/** What a lost end of the journal means, and the two ways to go on: restore a backup, or take note. */
export function FindingsNote({ faults, onBackups }: FindingsNoteProps) {
  const { t } = useTranslation();
  const core = useCore();
  const queries = useQueryClient();
  const tell = useTell();
  const role = useCurrentPerson(true).data?.role;
  const mayDecide = role === 'lead' || role === 'administrator';
  const lost = faults.find(({ code }) => code === 'lostTail');

  const goOn = async () => {
    try {
      await core.system.acknowledgeFindings();
      await queries.invalidateQueries({ queryKey: ['system'] });
      tell({ tone: 'done', title: t('trouble.findings.goneOn') });
    } catch (error) {
      tell(failureNotice(toFailure(error).code, t));
    }
  };

  return (
    <div className="mb-3 flex flex-col items-start gap-2 last:mb-0">
      <div>
        <h2 className="text-body font-semibold text-never">
          {t(lost ? 'trouble.findings.lostTitle' : 'trouble.findings.headTitle')}
        </h2>
        <p className="text-pretty">
          {lost
            ? t('trouble.findings.lostTail', { epoch: lost.epoch, seq: lost.seq ?? 0 })
            : t('trouble.findings.head')}
        </p>
        {lost ? <p className="mt-2 text-pretty text-ink-2">{t('trouble.findings.offer')}</p> : null}
      </div>
      {mayDecide ? (
        <div className="flex flex-wrap gap-2">
          {lost && onBackups ? (
            <Button look="primary" onClick={onBackups}>
              <History className="size-4" aria-hidden />
              {t('trouble.findings.backups')}
            </Button>
          ) : null}
          <Button onClick={() => void goOn()}>{t('trouble.findings.goOn')}</Button>
        </div>
      ) : (
        <p className="text-ink-2">{t('trouble.findings.onlyLead')}</p>
      )}
    </div>
  );
}
