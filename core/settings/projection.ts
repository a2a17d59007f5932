import { settingsChanged } from '#contract/settings.ts';
import { on, projection } from '../journal/projection.ts';
import { writeSettings } from './settings-repo.ts';

export const settingsProjection = projection(
  'settings',
  ['person_settings'],
  [
    on(settingsChanged, (db, event) => {
      if (event.personId !== null) writeSettings(db, event.personId, event.payload);
    }),
  ],
);
