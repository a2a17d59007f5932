import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Eye, EyeOff, FileDown, MonitorX, Printer } from 'lucide-react';
import { useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Slip } from '#contract/counter.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { CheckedText } from '#renderer/features/lint/checked-text.tsx';
import { explainFailure, failureNotice } from '#renderer/i18n/explain-failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { KeyOf } from '#renderer/ui/kbd.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SlipText } from './slip-text.tsx';
import { useShowing } from './use-showing.ts';

const AGREED_MAX = 400;
const lines = [
  { name: 'promised', max: 60 },
  { name: 'contact', max: 80 },
  { name: 'orderNumber', max: 30 },
] as const;

interface SlipSheetProps {
  conversationId: string;
  onClose: () => void;
  returnFocus: () => void;
}

/** What the customer will see: drafted, corrected by the agent, and only then shown, printed or saved. */
export function SlipSheet({ conversationId, onClose, returnFocus }: SlipSheetProps) {
  const { t } = useTranslation();
  const core = useCore();
  const draft = useQuery({
    // Read once: what is corrected here must not be written over.
    queryKey: ['counter', 'draft', conversationId],
    queryFn: ({ signal }) => core.counter.draft({ conversationId }, { signal }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const rules = useQuery({
    queryKey: ['siteRules', 'siteName'],
    queryFn: ({ signal }) => core.siteRules.read(undefined, { signal }),
  });
  const siteName = rules.data?.rules.siteName ?? '';
  return (
    <Dialog
      title={t('counter.title')}
      description={t('counter.intro')}
      wide
      onClose={onClose}
      returnFocus={returnFocus}
    >
      {draft.error ? (
        <p className="text-note text-warn">
          {toFailure(draft.error).code === 'notFound'
            ? t('counter.gone')
            : explainFailure(toFailure(draft.error).code, t).what}
        </p>
      ) : null}
      {draft.isPending ? <Skeleton label={t('frame.loading')} lines={6} /> : null}
      {draft.data ? <SlipForm conversationId={conversationId} drafted={draft.data} siteName={siteName} /> : null}
    </Dialog>
  );
}

function SlipForm({ conversationId, drafted, siteName }: { conversationId: string; drafted: Slip; siteName: string }) {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const queries = useQueryClient();
  const showing = useShowing();
  const [slip, setSlip] = useState<Slip>(drafted);
  const change = (part: Partial<Slip>) => setSlip((before) => ({ ...before, ...part }));
  const aimed = useRef(false);
  const ready = slip.agreed.trim() !== '';
  const given = { conversationId, slip };

  const attempt = async (work: () => Promise<unknown>, done?: string): Promise<void> => {
    try {
      await work();
      if (done !== undefined) tell({ tone: 'done', title: done });
    } catch (error) {
      tell(failureNotice(toFailure(error).code, t));
    }
  };
  const show = () =>
    attempt(async () => {
      // The window first: a slip that nobody sees must not be recorded as shown.
      await window.counterpartShell.openCounter();
      await core.counter.show(given);
      await queries.invalidateQueries({ queryKey: ['counter', 'shown'] });
    }, t('counter.shownDone'));
  const print = () =>
    attempt(async () => {
      await core.counter.printed(given);
      await window.counterpartShell.print();
    });
  const savePdf = () =>
    attempt(async () => {
      const number = slip.orderNumber || new Date().toISOString().slice(0, 10);
      const name = await window.counterpartShell.savePage(t('counter.fileName', { number }));
      if (name === null) return;
      await core.counter.printed(given);
      tell({ tone: 'done', title: t('counter.saved', { name }) });
    });
  return (
    <form
      className="grid grid-cols-2 gap-6 narrow:grid-cols-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void show();
      }}
    >
      <div className="flex min-w-0 flex-col gap-3">
        <Field
          label={t('counter.customer')}
          maxLength={40}
          autoComplete="off"
          value={slip.customer}
          onChange={(event) => change({ customer: event.target.value })}
        />
        <div className="flex flex-col gap-1">
          <span aria-hidden="true" className="text-note text-ink-2">
            {t('counter.agreed')}
          </span>
          <CheckedText
            ref={(box) => {
              // What was agreed is what the agent has to write; the rest is mostly known.
              if (box && !aimed.current) box.focus();
              aimed.current = box !== null;
            }}
            audience="customer"
            id="slip-agreed"
            tall
            label={t('counter.agreed')}
            placeholder={t('counter.agreedHint')}
            maxLength={AGREED_MAX}
            value={slip.agreed}
            onChange={(agreed) => change({ agreed })}
          />
        </div>
        {lines.map(({ name, max }) => (
          <Field
            key={name}
            label={t(`counter.${name}`)}
            maxLength={max}
            autoComplete="off"
            value={slip[name]}
            onChange={(event) => change({ [name]: event.target.value })}
          />
        ))}
      </div>
      <section aria-label={t('counter.preview')} className="min-w-0 rounded-large border border-edge bg-sunken p-5">
        <SlipText slip={slip} siteName={siteName} />
      </section>
      <div className="col-span-full flex flex-wrap gap-2">
        <Button type="submit" look="primary" aria-disabled={!ready}>
          <Eye className="size-4" aria-hidden />
          {showing ? t('counter.showAgain') : t('counter.show')}
        </Button>
        {showing ? (
          <Button onClick={() => void attempt(() => core.counter.blank(), t('counter.blanked'))}>
            <EyeOff className="size-4" aria-hidden />
            {t('counter.blank')}
            <KeyOf id="blankSlip" />
          </Button>
        ) : null}
        <Button aria-disabled={!ready} onClick={() => ready && void print()}>
          <Printer className="size-4" aria-hidden />
          {t('counter.print')}
        </Button>
        <Button aria-disabled={!ready} onClick={() => ready && void savePdf()}>
          <FileDown className="size-4" aria-hidden />
          {t('counter.savePdf')}
        </Button>
        <Button
          look="quiet"
          className="ml-auto"
          onClick={() =>
            void attempt(async () => {
              await core.counter.blank();
              await window.counterpartShell.closeCounter();
            })
          }
        >
          <MonitorX className="size-4" aria-hidden />
          {t('counter.closeScreen')}
        </Button>
      </div>
      {createPortal(
        <div className="print-sheet print-slip">
          <SlipText slip={slip} siteName={siteName} />
        </div>,
        document.body,
      )}
    </form>
  );
}
