import type { Person } from '#contract/people.ts';
import type { Settings } from '#contract/settings.ts';

/** What every section of the settings is given. */
export interface SettingsSectionProps {
  person: Person;
  look: Settings;
  onPrintKey: () => void;
}
