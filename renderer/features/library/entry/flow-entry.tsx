import { useTranslation } from 'react-i18next';
import type { Flow, FlowStage } from '#contract/library/flow.ts';
import { LinksPart, TextsPart } from './reading-parts.tsx';

/** A flow: its four stages with what must be done, may be said and is needed to go on. */
export function FlowEntry({ flow }: { flow: Flow }) {
  const { t } = useTranslation();
  return (
    <>
      {flow.stages.map((stage, index) => (
        <section key={stage.stage} className="grid gap-2 border-l-[3px] border-edge-strong pl-4">
          <h3 className="text-head font-semibold">
            {`${index + 1} ${t(`vocabulary.stage.${stage.stage}`)}`}
            <span className="ml-2 text-note font-normal text-ink-2" lang="zh-CN">
              {stage.goal}
            </span>
          </h3>
          <TextsPart heading={t('library.part.required')} texts={stage.required.map(({ label }) => label)} />
          <TextsPart heading={t('library.part.avoid')} texts={stage.forbidden.map(({ label }) => label)} />
          <LinksPart heading={t('library.part.suggested')} entryIds={stage.suggested} />
          <TextsPart heading={t('library.part.fields')} texts={stage.fields.map(({ label }) => label)} />
          <LinksPart heading={t('library.part.tables')} entryIds={stage.tables} />
          <Exit stage={stage} />
        </section>
      ))}
      <TextsPart heading={t('library.part.outcomes')} texts={flow.outcomes.map(({ label }) => label)} />
    </>
  );
}

function Exit({ stage: { exit, fields } }: { stage: FlowStage }) {
  const { t } = useTranslation();
  const labels = exit.fields.map((id) => fields.find((field) => field.id === id)?.label ?? id);
  const needs = [
    ...labels,
    ...(exit.tableFinished ? [t('library.part.exitTable')] : []),
    ...(exit.tableAccepted ? [t('library.part.exitAccepted')] : []),
    ...(exit.outcome ? [t('library.part.exitOutcome')] : []),
  ];
  return <TextsPart heading={t('library.part.exit')} texts={needs} />;
}
