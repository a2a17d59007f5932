import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewEntryKind } from '#contract/workshop/terms.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { usePacks } from '#renderer/features/library/use-packs.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceField } from '#renderer/ui/choice-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useStep } from './use-workshop.ts';

const kinds = Object.keys({
  ...{
    line: true,
    courtesy: true,
    notice: true,
    forbidden: true,
    rewording: true,
    article: true,
    fragment: true,
    synonyms: true,
    decisionTable: true,
  },
} satisfies Record<NewEntryKind, true>) as NewEntryKind[];

interface NewEntrySheetProps {
  /** What was looked for in vain, where that is why. */
  soughtFor: string | null;
  onClose: () => void;
  onOpened: (draftId: string) => void;
}

/** Begins a new entry: which pack, which kind, and a title to find it by. */
export function NewEntrySheet({ soughtFor, onClose, onOpened }: NewEntrySheetProps) {
  const { t } = useTranslation();
  const core = useCore();
  const step = useStep();
  const packs = usePacks().data ?? [];
  const [pack, setPack] = useState('');
  const [kind, setKind] = useState<NewEntryKind>('line');
  const [title, setTitle] = useState(soughtFor?.slice(0, 60) ?? '');
  const packId = pack === '' ? (packs.find(({ packId: id }) => id === 'telecom') ?? packs[0])?.packId : pack;
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    if (packId === undefined || title.trim().length < 2) return;
    await step(async () => {
      const given = { packId, kind, title: title.trim(), ...(soughtFor === null ? {} : { soughtFor }) };
      onOpened((await core.workshop.open(given)).draftId);
    });
  };
  return (
    <Dialog title={t('workshop.new.title')} description={t('workshop.new.intro')} onClose={onClose}>
      <form className="grid gap-4" onSubmit={(event) => void begin(event)}>
        <Field
          autoFocus
          label={t('workshop.form.title')}
          hint={t('workshop.new.titleHint')}
          lang="zh-CN"
          maxLength={60}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <ChoiceField
          label={t('workshop.new.pack')}
          value={packId ?? ''}
          options={packs.map((each) => ({ value: each.packId, label: each.title }))}
          onChange={setPack}
        />
        <ChoiceField
          label={t('workshop.new.kind')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`library.kind.${value}`) }))}
          onChange={(value) => setKind(value as NewEntryKind)}
        />
        <Button look="primary" type="submit" disabled={title.trim().length < 2}>
          {t('workshop.new.begin')}
        </Button>
      </form>
    </Dialog>
  );
}
