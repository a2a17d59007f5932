import { MessageSquareQuote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LineUse, LineView, VariableValues } from '#contract/library.ts';
import { isPersonalEntry } from '#contract/personal-entry.ts';
import { useDeskActions, useDeskPart } from '#renderer/app/desk-provider.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { KeyOf } from '#renderer/ui/kbd.tsx';
import { CustomerStrip } from './customer-strip.tsx';
import { ForbiddenPanel } from './forbidden-panel.tsx';
import type { Asking } from './gap-asking.ts';
import { LineActions } from './line-actions.tsx';
import { LineDetails } from './line-details.tsx';
import { chosenVariant } from './line-query.ts';
import { LineText } from './line-text.tsx';
import { UsabilityNote } from './usability-note.tsx';
import { VariantTabs } from './variant-tabs.tsx';

const REASON_ID = 'line-blocked';

interface LinePaneProps {
  line: LineView | undefined;
  asking: Asking | null;
  values: VariableValues;
  /** A conversation runs: it knows the customer and shows them itself. */
  talking: boolean;
  /** This screen's one filled button is here. */
  filled: boolean;
  onFill: (name: string, value: string) => void;
  onTake: (how: LineUse['how']) => void;
  onFavourite: () => void;
  onAsk: (name: string) => void;
  onNextGap: (name: string) => void;
  onLeaveGap: (how: 'escape' | 'blur') => void;
  onNextCustomer: () => void;
}

/** The centre of the desk: one line, large, ready to be said, with everything that belongs to it below. */
export function LinePane({ line, asking, values, talking, filled, ...on }: LinePaneProps) {
  const { t } = useTranslation();
  const { dispatch } = useDeskActions();
  const preferred = useDeskPart((state) => state.variant);
  const inChat = useDeskPart((state) => state.channel === 'chat');
  const variant = line ? chosenVariant(line, preferred) : undefined;
  if (!line || !variant) {
    return (
      <EmptyState icon={<MessageSquareQuote className="size-8" aria-hidden />} title={t('line.emptyTitle')}>
        {t('line.emptyText')}
      </EmptyState>
    );
  }
  const labels = new Map(line.variables.map((each) => [each.name, each.label]));
  const usable = line.usability.state === 'inForce';
  const openGaps = variant.missing.map((name) => labels.get(name) ?? name);
  const open = (entryId: string) => dispatch({ type: 'opened', entryId });
  const crumbs = [
    isPersonalEntry(line.entryId) ? t('library.view.personal') : line.packTitle,
    ...(line.sceneLabel === '' ? [] : [line.sceneLabel]),
    ...(line.stage ? [t(`vocabulary.stage.${line.stage}`)] : []),
  ];
  const facts = [
    crumbs.join(' › '),
    t('line.version', { version: line.version }),
    ...(line.expiresOn === undefined ? [] : [t('line.validUntil', { day: line.expiresOn })]),
  ];
  return (
    <article className="flex flex-col gap-3.5 px-7 py-5 narrow:px-4 narrow:py-4">
      <header>
        <p className="text-small text-ink-3">{facts.join(' · ')}</p>
        <h1 className="text-title font-bold">{line.title}</h1>
      </header>
      {talking ? null : <CustomerStrip values={values} onNext={on.onNextCustomer} />}
      <VariantTabs
        variants={line.variants.map((each) => each.variant)}
        chosen={variant.variant}
        onChoose={(chosen) => dispatch({ type: 'variantChosen', variant: chosen })}
      />
      <div className="rounded-large border border-edge bg-panel px-6 py-5 shadow-lift narrow:px-4 narrow:py-3">
        <p className="spoken measure text-line whitespace-pre-wrap" lang="zh-CN">
          <LineText
            segments={variant.segments}
            labels={labels}
            values={values}
            asking={asking?.name ?? null}
            onAsk={on.onAsk}
            onFill={on.onFill}
            onNext={on.onNextGap}
            onLeave={on.onLeaveGap}
          />
        </p>
      </div>
      <UsabilityNote id={REASON_ID} usability={line.usability} onOpen={open} />
      {usable && openGaps.length > 0 ? (
        <p className="flex flex-wrap items-center gap-2 text-note text-warn">
          {t('line.gapsOpen', { count: openGaps.length, names: openGaps.join(t('frame.listJoin')) })}
          <KeyOf id="fillGap" />
          {asking === null ? null : <span className="text-ink-3">{t('line.gapsHint')}</span>}
        </p>
      ) : null}
      <LineActions
        usable={usable}
        filled={filled}
        favourite={line.favourite}
        sayingCopies={inChat}
        reasonId={REASON_ID}
        onCopy={() => on.onTake('copied')}
        onSay={() => on.onTake('said')}
        onFavourite={on.onFavourite}
      />
      <div className="mt-1 grid gap-2">
        {line.forbidden.length > 0 ? <ForbiddenPanel forbidden={line.forbidden} /> : null}
        <LineDetails line={line} text={variant.segments.map(({ text }) => text).join('')} onOpen={open} />
      </div>
    </article>
  );
}

/** In place of a line that the release in force no longer carries. */
export function LineGone() {
  const { t } = useTranslation();
  return (
    <div className="p-6">
      <Banner tone="warn" title={t('line.goneTitle')}>
        {t('line.goneText')}
      </Banner>
    </div>
  );
}
