import type { Entry } from '#contract/library/release.ts';
import { ArticleEntry, NoticeEntry, SheetEntry } from './fact-entries.tsx';
import { FlowEntry } from './flow-entry.tsx';
import { IncidentPlanEntry } from './incident-plan-entry.tsx';
import { ScenarioEntry } from './scenario-entry.tsx';
import { SpecialCallEntry, StepListEntry } from './steps-entry.tsx';
import { TableOutline } from './table-outline.tsx';
import { ForbiddenEntry, FragmentEntry, RewordingEntry, StopPhrasesEntry, SynonymsEntry } from './word-entries.tsx';

/** An entry of any kind but lines and courtesy phrases, which are rendered by the core. */
export function EntryBody({ entry }: { entry: Entry }) {
  switch (entry.kind) {
    case 'line':
    case 'courtesy':
      return null;
    case 'forbidden':
      return <ForbiddenEntry entry={entry} />;
    case 'rewording':
      return <RewordingEntry entry={entry} />;
    case 'decisionTable':
      return <TableOutline table={entry} />;
    case 'flow':
      return <FlowEntry flow={entry} />;
    case 'specialCall':
      return <SpecialCallEntry call={entry} />;
    case 'stepList':
      return <StepListEntry list={entry} />;
    case 'article':
      return <ArticleEntry article={entry} />;
    case 'productSheet':
      return <SheetEntry sheet={entry} />;
    case 'notice':
      return <NoticeEntry notice={entry} />;
    case 'incidentPlan':
      return <IncidentPlanEntry plan={entry} />;
    case 'scenario':
      return <ScenarioEntry scenario={entry} />;
    case 'fragment':
      return <FragmentEntry entry={entry} />;
    case 'synonyms':
      return <SynonymsEntry entry={entry} />;
    case 'stopPhrases':
      return <StopPhrasesEntry entry={entry} />;
  }
}
