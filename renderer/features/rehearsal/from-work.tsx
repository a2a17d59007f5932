import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scenario } from '#contract/library/scenario.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceField } from '#renderer/ui/choice-field.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { useRehearsalCall } from './rehearsal-query.ts';

const SHOWN = 50;

interface Draft {
  readonly scenario: Scenario;
  readonly replaced: readonly string[];
}

/** A scenario out of a finished conversation: names and numbers replaced, read and mended by a person, kept as a draft. */
export function FromWork() {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const call = useRehearsalCall();
  const tell = useTell();
  const talks = useQuery({
    queryKey: ['conversation', 'finished'],
    queryFn: ({ signal }) => core.conversation.list({ whose: 'desk', state: 'finished', limit: SHOWN }, { signal }),
  }).data;
  const [talkId, setTalkId] = useState('');
  const [draft, setDraft] = useState<Draft | null>(null);
  const [checked, setChecked] = useState(false);
  const chosen = talkId || (talks?.[0]?.id ?? '');
  const dayOf = (atMs: number) =>
    new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(atMs);

  const make = async () => {
    const made = await call((calls) => calls.draftFromConversation({ conversationId: chosen }));
    setChecked(false);
    setDraft(made);
  };
  const keep = async () => {
    if (!draft || !checked) return;
    const kept = await call((calls) => calls.keepDraft({ scenario: draft.scenario, checked: true }));
    if (!kept) return;
    tell({ tone: 'done', title: t('rehearsal.lead.kept') });
    setDraft(null);
  };
  const change = (part: Partial<Scenario>) => {
    setChecked(false);
    if (draft) setDraft({ ...draft, scenario: { ...draft.scenario, ...part } });
  };
  return (
    <section aria-labelledby="lead-work" className="rounded-large bg-panel p-5 shadow-lift">
      <h2 id="lead-work" className="font-semibold">
        {t('rehearsal.lead.fromWork')}
      </h2>
      <p className="mt-1 text-note text-ink-2">
        {talks?.length === 0 ? t('rehearsal.lead.noTalks') : t('rehearsal.lead.fromWorkText')}
      </p>
      {talks && talks.length > 0 ? (
        <div className="mt-3 flex items-end gap-3">
          <div className="min-w-0 flex-1">
            <ChoiceField
              label={t('rehearsal.lead.pickTalk')}
              value={chosen}
              options={talks.map((talk) => ({
                value: talk.id,
                label: `${talk.flowTitle} · ${dayOf(talk.startedAtMs)}`,
              }))}
              onChange={setTalkId}
            />
          </div>
          <Button onClick={() => void make()}>{t('rehearsal.lead.make')}</Button>
        </div>
      ) : null}
      {draft ? (
        <div className="mt-4 flex flex-col gap-3" lang="zh-CN">
          <p role="status" className="rounded-base bg-warn-soft px-3.5 py-2 text-note text-warn" lang={i18n.language}>
            {t('rehearsal.lead.replaced', { count: draft.replaced.length })}
          </p>
          <Field
            label={t('rehearsal.lead.draftTitle')}
            maxLength={60}
            value={draft.scenario.title}
            onChange={(event) => change({ title: event.target.value })}
          />
          <Field
            label={t('rehearsal.lead.draftBriefing')}
            maxLength={200}
            value={draft.scenario.briefing}
            onChange={(event) => change({ briefing: event.target.value })}
          />
          {draft.scenario.turns.map((turn, place) => {
            const put = (part: Partial<typeof turn>) =>
              change({ turns: draft.scenario.turns.map((one, at) => (at === place ? { ...one, ...part } : one)) });
            const good = turn.answers.find(({ quality }) => quality === 'good');
            return (
              <div key={turn.id} className="grid gap-2 border-l-[3px] border-edge-strong pl-3">
                <Field
                  label={`${t(`vocabulary.stage.${turn.stage}`)} · ${t('rehearsal.lead.draftSays')}`}
                  maxLength={300}
                  value={turn.says}
                  onChange={(event) => put({ says: event.target.value })}
                />
                <Field
                  label={`${t(`vocabulary.stage.${turn.stage}`)} · ${t('rehearsal.lead.draftGood')}`}
                  maxLength={200}
                  value={good?.text ?? ''}
                  onChange={(event) =>
                    put({
                      answers: turn.answers.map((one) => (one === good ? { ...one, text: event.target.value } : one)),
                    })
                  }
                />
              </div>
            );
          })}
          <label className="flex items-center gap-2" lang={i18n.language}>
            <input type="checkbox" checked={checked} onChange={(event) => setChecked(event.target.checked)} />
            {t('rehearsal.lead.checked')}
          </label>
          <Button className="self-start" aria-disabled={!checked} onClick={() => void keep()}>
            {t('rehearsal.lead.keep')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
