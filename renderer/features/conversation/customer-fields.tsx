import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '#contract/conversation/terms.ts';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { conversation as wording } from '#renderer/i18n/zh-cn/conversation.ts';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';

type Tier = Customer['tier'];

export interface CustomerDraft {
  name: string;
  title: string;
  number: string;
  tier: Tier;
}

const tiers = Object.keys({ vip: true, standard: true, prepaid: true } satisfies Record<Tier, true>) as Tier[];

/** As the core takes it: 3 to 20 digits, which may be set apart. */
const NUMBER = /^\+?[0-9 -]{3,20}$/;

/** The customer is addressed in the language of the lines, whatever that of the screen is. */
const spoken: { ms: string; mr: string } = wording.titles;

export const unknownCustomer: CustomerDraft = { name: '', title: '', number: '', tier: 'standard' };

/** What the form holds as the core takes it: nothing that was left open; null when the number is no number. */
export function customerOf({ name, title, number, tier }: CustomerDraft): Customer | null {
  const known = { name: name.trim(), title: title.trim(), number: number.trim() };
  const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== ''));
  return known.number === '' || NUMBER.test(known.number) ? { tier, ...given } : null;
}

interface CustomerFieldsProps {
  value: CustomerDraft;
  onChange: (value: CustomerDraft) => void;
  /** The number is not one, and somebody tried to go on with it. */
  unfit: boolean;
}

const field = 'h-8 w-full min-w-0 rounded-small border bg-panel px-2 text-body text-ink placeholder:text-ink-3';

/** Name, title, number and kind of a customer; all of it may stay open. Alt+1 and Alt+2 choose the title. */
export function CustomerFields({ value, onChange, unfit }: CustomerFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  const titles = [
    { value: spoken.ms, content: t('conversation.titles.ms') },
    { value: spoken.mr, content: t('conversation.titles.mr') },
  ];
  const change = (part: Partial<CustomerDraft>) => onChange({ ...value, ...part });
  useShortcut('answer', ({ digit }) => {
    const title = titles[digit - 1]?.value;
    if (title === undefined) return false;
    change({ title: value.title === title ? '' : title });
    return true;
  });
  return (
    <div className="grid grid-cols-[4.5em_minmax(0,1fr)] items-center gap-x-2.5 gap-y-2 text-note">
      <label htmlFor={`${id}-name`} className="text-ink-2">
        {t('conversation.name')}
      </label>
      <input
        id={`${id}-name`}
        // biome-ignore lint/a11y/noAutofocus: whoever opens this form is about to type the name.
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={20}
        placeholder={t('conversation.namePlaceholder')}
        value={value.name}
        onChange={(event) => change({ name: event.target.value })}
        className={`${field} border-edge-field`}
      />
      <span className="text-ink-2">{t('conversation.title')}</span>
      <ChoiceChips
        label={t('conversation.title')}
        value={value.title === '' ? null : value.title}
        options={titles}
        mayBeNone
        onChange={(title) => change({ title: title ?? '' })}
      />
      <label htmlFor={`${id}-number`} className="text-ink-2">
        {t('conversation.number')}
      </label>
      <div>
        <input
          id={`${id}-number`}
          type="tel"
          autoComplete="off"
          maxLength={21}
          placeholder={t('conversation.numberPlaceholder')}
          value={value.number}
          aria-invalid={unfit ? true : undefined}
          aria-describedby={unfit ? `${id}-unfit` : undefined}
          onChange={(event) => change({ number: event.target.value })}
          className={`figures ${field} ${unfit ? 'border-never' : 'border-edge-field'}`}
        />
        {unfit ? (
          <p id={`${id}-unfit`} role="alert" className="text-small text-never">
            {t('conversation.numberUnfit')}
          </p>
        ) : null}
      </div>
      <span className="text-ink-2">{t('conversation.tier')}</span>
      <ChoiceChips
        label={t('conversation.tier')}
        value={value.tier}
        options={tiers.map((tier) => ({ value: tier, content: t(`vocabulary.tier.${tier}`) }))}
        onChange={(tier) => tier && change({ tier })}
      />
    </div>
  );
}
