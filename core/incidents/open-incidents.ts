import type { CoreOptions } from '../core-options.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { noExchangeHost } from '../library/exchange/exchange-host.ts';
import type { Session } from '../people/session.ts';
import { incidentsHandlers } from './handlers.ts';
import { createIncidentDesk, type IncidentDesk } from './incident-desk.ts';
import { type IncidentWatch, watchIncidents } from './watch-incidents.ts';

interface OpenParts extends Pick<CoreOptions, 'clock' | 'ids' | 'logger' | 'watch' | 'exchange'> {
  db: WriteHandle;
  journal: Journal;
  installId: string;
  catalogue: Catalogue;
  session: Session;
  /** Time alone has changed what screens show. */
  onTurned(): void;
}

export interface OpenIncidents {
  desk: IncidentDesk;
  watch: IncidentWatch;
  handlers: ReturnType<typeof incidentsHandlers>;
}

/** Incidents of this desk: what is on, what happens by itself, and the calls. */
export function openIncidents(parts: OpenParts): OpenIncidents {
  const { session, watch, exchange = noExchangeHost } = parts;
  const desk = createIncidentDesk(parts);
  return {
    desk,
    watch: watchIncidents({ ...parts, desk, timer: watch?.timer, person: session.person }),
    handlers: incidentsHandlers({ ...parts, desk, host: exchange }),
  };
}
