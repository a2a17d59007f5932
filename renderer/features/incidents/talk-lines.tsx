import { useQuery } from '@tanstack/react-query';
import { Siren } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';
import { useDeskActions } from '#renderer/app/desk-provider.tsx';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { IncidentLines } from './incident-lines.tsx';

const packOf = (entryId: string): string => entryId.slice(0, entryId.indexOf('/'));

/** Above the suggestions of a conversation: what an incident in force has one say about its scene. */
export function TalkLines({ view }: { view: ConversationView }) {
  const { t } = useTranslation();
  const core = useCore();
  const { dispatch, focusSearch } = useDeskActions();
  const { channel } = view;
  // What is looked into says what it is about; before that, whatever this conversation may lead to.
  const begun = view.tables.filter(({ state }) => state !== 'untouched');
  const scenes = begun.map(({ entryId, scene }) => `${packOf(entryId)}/${scene}`);
  const flowId = view.flow.entryId;
  const asked = [...new Set(scenes)].slice(0, 20);
  const lines = useQuery({
    queryKey: ['incidents', 'linesFor', channel, flowId, asked.join(' ')],
    queryFn: ({ signal }) => core.incidents.linesFor({ scenes: asked, flowId, channel }, { signal }),
  }).data;
  if (!lines || lines.length === 0) return null;
  const titles = [...new Set(lines.map(({ incidentTitle }) => incidentTitle))];
  return (
    <section aria-labelledby="talk-incident" className="rounded-base bg-warn-soft px-3 py-2">
      <h3 id="talk-incident" className="mb-1 flex items-center gap-1.5 text-note font-semibold text-warn">
        <Siren className="size-4" aria-hidden />
        {t('incidents.say.inTalk', { title: titles.join(t('frame.listJoin')) })}
      </h3>
      <IncidentLines
        lines={lines}
        talk={{ conversationId: view.id, channel }}
        onOpenLine={(entryId) => {
          dispatch({ type: 'opened', entryId });
          focusSearch();
        }}
      />
    </section>
  );
}
