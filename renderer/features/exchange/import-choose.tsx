import clsx from 'clsx';
import { FileUp } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#contract/shell.ts';
import { usePacks } from '#renderer/features/library/use-packs.ts';
import { explainFailure } from '#renderer/i18n/explain-failure.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceField } from '#renderer/ui/choice-field.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { sayImportRefusal } from './say-import.ts';
import type { ImportChoices, ImportTrouble } from './use-import.ts';

const kinds = ['line', 'courtesy', 'forbidden'] as const;

interface ImportChooseProps {
  personName: string;
  trouble: ImportTrouble | null;
  onFile: (file: ChosenFile, options: ImportChoices) => void;
}

export function ImportChoose({ personName, trouble, onFile }: ImportChooseProps) {
  const { t } = useTranslation();
  const packs = usePacks().data ?? [];
  const [packId, setPackId] = useState('');
  const [kind, setKind] = useState<ImportChoices['kind']>('line');
  const [scene, setScene] = useState('');
  const [owner, setOwner] = useState(personName);
  const [over, setOver] = useState(false);
  const [lost, setLost] = useState(false);
  const scenes = packs.find((pack) => pack.packId === packId)?.scenes ?? [];

  const options: ImportChoices = {
    kind,
    channels: ['counter', 'phone', 'chat'],
    ...(packId === '' ? {} : { packId }),
    ...(scene === '' ? {} : { scene }),
    ...(owner.trim() === '' ? {} : { owner: owner.trim() }),
  };
  const take = (file: ChosenFile | null) => {
    if (file) onFile(file, options);
  };
  const onDrop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    const chosen = file ? await window.counterpartShell.takeDroppedFile(file) : null;
    setLost(chosen === null);
    take(chosen);
  };

  return (
    <div className="flex flex-col gap-5">
      {lost ? <Banner tone="warn" title={t('exchange.import.dropLost')} /> : null}
      {trouble && !lost ? <Trouble trouble={trouble} /> : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a second way; the button inside is the first */}
      <div
        data-drop-zone
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => void onDrop(event)}
        className={clsx(
          'flex flex-col items-center gap-2.5 rounded-large border-2 border-dashed px-6 py-9 text-center',
          over ? 'border-accent bg-accent-soft' : 'border-edge-strong bg-sunken',
        )}
      >
        <Button look="primary" autoFocus onClick={() => void window.counterpartShell.chooseWordingFile().then(take)}>
          <FileUp className="size-4" aria-hidden />
          {t('exchange.import.choose')}
        </Button>
        <p className="text-note text-ink-2">{t(over ? 'exchange.import.dropNow' : 'exchange.import.drop')}</p>
        <p className="text-small text-ink-3">{t('exchange.import.formats')}</p>
      </div>
      <section aria-labelledby="import-assumptions" className="flex flex-col gap-3">
        <h3 id="import-assumptions" className="text-body font-semibold">
          {t('exchange.import.assumptions')}
        </h3>
        <div className="grid grid-cols-2 gap-3.5 narrow:grid-cols-1">
          <ChoiceField
            label={t('exchange.import.pack')}
            value={packId}
            options={[
              { value: '', label: t('exchange.import.packOpen') },
              ...packs.map((pack) => ({ value: pack.packId, label: pack.title })),
            ]}
            onChange={(next) => {
              setPackId(next);
              setScene('');
            }}
          />
          <ChoiceField
            label={t('exchange.import.scene')}
            value={scene}
            options={[
              { value: '', label: t('exchange.import.sceneOpen') },
              ...scenes.map(({ id, label }) => ({ value: id, label })),
            ]}
            onChange={setScene}
          />
          <ChoiceField
            label={t('exchange.import.kind')}
            value={kind}
            options={kinds.map((each) => ({ value: each, label: t(`exchange.import.kinds.${each}`) }))}
            onChange={(next) => setKind(kinds.find((each) => each === next) ?? 'line')}
          />
          <Field
            label={t('exchange.import.owner')}
            value={owner}
            maxLength={40}
            onChange={(event) => setOwner(event.target.value)}
          />
        </div>
      </section>
    </div>
  );
}

function Trouble({ trouble }: { trouble: ImportTrouble }) {
  const { t } = useTranslation();
  switch (trouble.kind) {
    case 'refused':
      return (
        <Banner tone="warn" title={t('exchange.import.refusedTitle')}>
          {t('exchange.import.refusedWhy', {
            why: sayImportRefusal(trouble.refusal, t),
          })}
        </Banner>
      );
    case 'stopped':
      return <Banner tone="plain" title={t('exchange.import.stopped')} />;
    case 'gone':
      return <Banner tone="warn" title={t('exchange.import.gone')} />;
    case 'failure': {
      const { what, next } = explainFailure(trouble.code, t);
      return (
        <Banner tone="warn" title={what}>
          {t('exchange.import.refusedKept')} {next}
        </Banner>
      );
    }
    default:
      return trouble satisfies never;
  }
}
