import type { ConversationView } from '#contract/conversation/view.ts';
import { BreakOffPanel } from './break-off-panel.tsx';
import type { Panel } from './conversation-provider.tsx';
import { CustomerPanel } from './customer-panel.tsx';
import { FinishPanel } from './finish-panel.tsx';
import { HandOverPanel } from './hand-over-panel.tsx';
import { StartForm } from './start-form.tsx';

interface TalkPanelProps {
  panel: NonNullable<Panel>;
  /** The conversation the panel belongs to; only the form that starts one does without. */
  view: ConversationView | null;
}

/** The form or sheet that takes the place of the conversation. It is loaded apart from the desk: see `useTalkParts`. */
export function TalkPanel({ panel, view }: TalkPanelProps) {
  if (panel === 'start') return <StartForm parksOther={view !== null} />;
  if (view === null) return null;
  switch (panel) {
    case 'customer':
      return <CustomerPanel key={view.id} view={view} />;
    case 'handOver':
      return <HandOverPanel key={view.id} view={view} />;
    case 'finish':
      return <FinishPanel key={view.id} view={view} />;
    case 'breakOff':
      return <BreakOffPanel key={view.id} view={view} />;
    default:
      return panel satisfies never;
  }
}
