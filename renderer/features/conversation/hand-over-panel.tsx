import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandOverWhy } from '#contract/conversation/terms.ts';
import type { ConversationView } from '#contract/conversation/view.ts';
import type { Role } from '#contract/vocabulary.ts';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { CheckedText } from '#renderer/features/lint/checked-text.tsx';
import { usePeople } from '#renderer/features/people/use-people.ts';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { useTalk } from './conversation-provider.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { useLeaveForm } from './use-leave-form.ts';
import { useStep } from './use-step.ts';

const reasons = Object.keys({
  beyondAuthority: true,
  shiftEnd: true,
  knowsBetter: true,
  customerAsks: true,
  other: true,
} satisfies Record<HandOverWhy, true>) as HandOverWhy[];
/** Posts that serve customers. */
const serving: ReadonlySet<Role> = new Set(['agent', 'lead', 'administrator']);
/** Whichever lead takes it. */
const ANY_LEAD = 'anyLead';
const LONGEST = 500;

/** Offers the conversation to somebody, with why and what they must know. */
export function HandOverPanel({ view }: { view: ConversationView }) {
  const { t } = useTranslation();
  const step = useStep();
  const tell = useTell();
  const leaveForm = useLeaveForm();
  const { show, drafts } = useTalk();
  const people = (usePeople().data ?? []).filter(({ id, role }) => id !== view.ownerId && serving.has(role));
  const [to, setTo] = useState(ANY_LEAD);
  const [why, setWhy] = useState<HandOverWhy>(view.authority.exceeded ? 'beyondAuthority' : 'shiftEnd');
  const [note, setNote] = useState('');
  const [unsaid, setUnsaid] = useState(false);
  const close = () => {
    leaveForm();
    show(null);
  };
  const submit = async () => {
    if (note.trim().length < 2) return setUnsaid(true);
    await drafts.flush();
    const toId = to === ANY_LEAD ? null : to;
    if (!(await step((calls) => calls.handOver({ conversationId: view.id, toId, why, note })))) return;
    const name = people.find((person) => person.id === to)?.name ?? t('ownership.anyLead');
    tell({ tone: 'done', title: t('ownership.sent', { to: name }) });
    close();
  };
  useShortcut('stageOn', () => void submit());
  useShortcut('stageBack', close);
  return (
    <PanelFrame
      title={t('ownership.handOverTitle')}
      text={t('ownership.handOverText')}
      submit={t('ownership.send')}
      cancel={t('frame.cancel')}
      onSubmit={() => void submit()}
      onCancel={close}
    >
      <div className="grid grid-cols-[4.5em_minmax(0,1fr)] items-start gap-x-2.5 gap-y-2.5 text-note">
        <span className="pt-1 text-ink-2">{t('ownership.to')}</span>
        <ChoiceChips
          label={t('ownership.to')}
          value={to}
          options={[
            { value: ANY_LEAD, content: t('ownership.anyLead') },
            ...people.map((person) => ({
              value: person.id,
              content: `${person.name} · ${t(`people.role.${person.role}`)}`,
            })),
          ]}
          onChange={(value) => value && setTo(value)}
        />
        <span className="pt-1 text-ink-2">{t('ownership.why')}</span>
        <ChoiceChips
          label={t('ownership.why')}
          value={why}
          options={reasons.map((each) => ({ value: each, content: t(`ownership.whyIs.${each}`) }))}
          onChange={(value) => value && setWhy(value)}
        />
      </div>
      <CheckedText
        ref={(box) => {
          if (box && note === '' && !unsaid) box.focus({ preventScroll: true });
        }}
        id="talk-hand-over"
        label={t('ownership.note')}
        placeholder={t('ownership.notePlaceholder')}
        maxLength={LONGEST}
        value={note}
        onChange={(text) => {
          setNote(text);
          setUnsaid(false);
        }}
      />
      {unsaid ? (
        <p role="alert" className="text-note text-warn">
          {t('ownership.noteMissing')}
        </p>
      ) : null}
    </PanelFrame>
  );
}
