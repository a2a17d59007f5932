import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RehearsalRules } from '#contract/rehearsal/events.ts';
import { NORMS } from '#contract/rehearsal/terms.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { useRehearsalCall, useScenarios } from './rehearsal-query.ts';

/** How runs are scored: the weight of each norm, the pass mark, and whether people are ranked. */
export function RulesForm({ onDone }: { onDone: () => void }) {
  const rules = useScenarios()?.rules;
  return rules ? <OpenForm key={JSON.stringify(rules)} rules={rules} onDone={onDone} /> : null;
}

function OpenForm({ rules, onDone }: { rules: RehearsalRules; onDone: () => void }) {
  const { t } = useTranslation();
  const call = useRehearsalCall();
  const tell = useTell();
  const [draft, setDraft] = useState(rules);
  const save = async () => {
    if (!(await call((calls) => calls.setRules(draft)))) return;
    tell({ tone: 'done', title: t('rehearsal.lead.saved') });
    onDone();
  };
  const whole = (text: string) => Math.max(0, Math.min(100, Number.parseInt(text, 10) || 0));
  return (
    <section aria-labelledby="lead-rules" className="rounded-large bg-panel p-5 shadow-lift">
      <h2 id="lead-rules" className="font-semibold">
        {t('rehearsal.lead.rules')}
      </h2>
      <div className="mt-3 grid grid-cols-3 gap-3 narrow:grid-cols-2">
        {NORMS.map((norm) => (
          <Field
            key={norm}
            type="number"
            min={0}
            max={100}
            label={t('rehearsal.lead.weight', { norm: t(`rehearsal.norm.${norm}`) })}
            value={draft.weights[norm]}
            onChange={(event) =>
              setDraft({ ...draft, weights: { ...draft.weights, [norm]: whole(event.target.value) } })
            }
          />
        ))}
        <Field
          type="number"
          min={0}
          max={100}
          label={t('rehearsal.lead.passMark')}
          value={draft.passMark}
          onChange={(event) => setDraft({ ...draft, passMark: whole(event.target.value) })}
        />
      </div>
      <label className="mt-3 flex items-center gap-2 text-note">
        <input
          type="checkbox"
          checked={draft.ranking}
          onChange={(event) => setDraft({ ...draft, ranking: event.target.checked })}
        />
        {t('rehearsal.lead.ranking')}
      </label>
      <Button className="mt-3" onClick={() => void save()}>
        {t('rehearsal.lead.save')}
      </Button>
    </section>
  );
}
