import {
  incidentAcknowledged,
  incidentCallTried,
  incidentDeskPlaced,
  incidentEnded,
  incidentLapseNoted,
  incidentLinesFilled,
  incidentProlonged,
  incidentRaised,
  incidentUnreadTold,
} from '#contract/incidents.ts';
import { lineCopied, lineSaid } from '#contract/library.ts';
import { searchFailed } from '#contract/search-failures.ts';
import { on, projection } from '../journal/projection.ts';
import { insertIncident, insertMark, placeDesk } from './incident-repo.ts';
import { forgetUses, keepUse } from './use-repo.ts';

export const incidentsProjection = projection(
  'incidents',
  ['incident', 'incident_mark', 'incident_use', 'incident_desk'],
  [
    on(incidentRaised, (db, event, seal) => insertIncident(db, seal, event)),
    on(incidentLinesFilled, (db, event, seal) => {
      const { incidentId, values } = event.payload;
      insertMark(db, seal, event, { incidentId, mark: 'filled', detail: { values } });
    }),
    on(incidentAcknowledged, (db, event, seal) =>
      insertMark(db, seal, event, { incidentId: event.payload.incidentId, mark: 'acknowledged' }),
    ),
    on(incidentCallTried, (db, event, seal) => {
      const { incidentId, ...tried } = event.payload;
      insertMark(db, seal, event, { incidentId, mark: 'callTried', detail: { tried } });
    }),
    on(incidentProlonged, (db, event, seal) => {
      const { incidentId, toMs, reason } = event.payload;
      insertMark(db, seal, event, { incidentId, mark: 'prolonged', toMs, detail: { reason } });
    }),
    on(incidentEnded, (db, event, seal) => {
      const { incidentId, reason } = event.payload;
      insertMark(db, seal, event, { incidentId, mark: 'ended', detail: { reason } });
    }),
    on(incidentUnreadTold, (db, event, seal) => {
      const { incidentId, unread } = event.payload;
      insertMark(db, seal, event, { incidentId, mark: 'unreadTold', detail: { unread } });
    }),
    on(incidentLapseNoted, (db, event, seal) => {
      const { incidentId, toMs } = event.payload;
      insertMark(db, seal, event, { incidentId, mark: 'lapsed', toMs });
    }),
    on(incidentDeskPlaced, (db, event) => placeDesk(db, event, event.payload.place)),
    on(lineCopied, (db, event, seal) => {
      const { entryId, searchText } = event.payload;
      keepUse(db, seal, event, { what: 'copied', entryId, text: searchText });
    }),
    on(lineSaid, (db, event, seal) => {
      const { entryId, searchText } = event.payload;
      keepUse(db, seal, event, { what: 'said', entryId, text: searchText });
    }),
    on(searchFailed, (db, event, seal) =>
      keepUse(db, seal, event, { what: 'failed', entryId: '', text: event.payload.text }),
    ),
  ],
  // The clock of one desk ends nothing on another.
  (kind) => kind !== incidentLapseNoted.kind,
  () => false,
  { forget: (db, events) => forgetUses(db, events) },
);
