import { PanelRightOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#contract/people.ts';
import { IncidentsButton } from '#renderer/features/incidents/incidents-button.tsx';
import { PersonalToggle } from '#renderer/features/library/personal/personal-toggle.tsx';
import { PersonMenu } from '#renderer/features/people/person-menu.tsx';
import { FilterMenus } from '#renderer/features/search/filter-menus.tsx';
import { useJumps } from '#renderer/features/search/jumps.ts';
import { useResults } from '#renderer/features/search/results.ts';
import { SearchBox } from '#renderer/features/search/search-box.tsx';
import { SpokenCount } from '#renderer/features/search/spoken-count.tsx';
import { StatusIndicators } from '#renderer/features/system/status-indicators.tsx';
import { MENU_HOME_ID } from '#renderer/ui/menu-home.ts';
import { useDeskPart } from './desk-provider.tsx';
import type { Layout } from './layout-width.ts';
import { useAsked } from './use-asked.ts';

interface TopBarProps {
  /** Something stands in place of the list of results. */
  covered: boolean;
  person: Person;
  layout: Layout;
  onOpenAside: () => void;
  onSwitchPerson: () => void;
  onPrintKey: () => void;
  onShowKeys: () => void;
  onIncidents: () => void;
}

/** Search and its filters, the state of the desk, and who is at it. */
export function TopBar({
  covered,
  person,
  layout,
  onOpenAside,
  onSwitchPerson,
  onPrintKey,
  onShowKeys,
  onIncidents,
}: TopBarProps) {
  const { t } = useTranslation();
  const place = useDeskPart((state) => state.place);
  return (
    <header className="flex min-h-14 flex-wrap items-center gap-x-3 narrow:gap-x-2 gap-y-2 border-b border-edge bg-panel px-4.5 py-2 narrow:px-3">
      <div id={MENU_HOME_ID} className="absolute" />
      <SearchPart listShown={place === 'desk' && !covered} />
      <div className="flex items-center gap-2">
        <FilterMenus />
        <PersonalToggle />
      </div>
      <div className="ml-auto flex items-center gap-2 narrow:gap-1">
        <IncidentsButton person={person} onOpen={onIncidents} />
        <StatusIndicators onPrintKey={onPrintKey} />
        {layout === 'wide' || place !== 'desk' ? null : (
          <button
            type="button"
            aria-label={t('frame.asideOpen')}
            onClick={onOpenAside}
            className="grid size-8 place-items-center rounded-base border border-edge-strong text-ink-2 hover:bg-hover hover:text-ink"
          >
            <PanelRightOpen className="size-[1.125rem]" aria-hidden />
          </button>
        )}
        <PersonMenu person={person} onSwitch={onSwitchPerson} onShowKeys={onShowKeys} />
      </div>
    </header>
  );
}

/** What a letter changes up here; the rest of the bar stays as it is. */
function SearchPart({ listShown }: { listShown: boolean }) {
  const asked = useAsked();
  const { results } = useResults(asked);
  const jumps = useJumps(asked.text);
  return (
    <>
      <SearchBox asked={asked} results={results} jumps={jumps} listShown={listShown} />
      <SpokenCount results={results} />
    </>
  );
}
