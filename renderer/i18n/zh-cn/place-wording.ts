import { customers } from './customers.ts';
import { drill } from './drill.ts';
import { exchange } from './exchange.ts';
import { faults } from './faults.ts';
import { incidents } from './incidents.ts';
import { insight } from './insight.ts';
import { judge } from './judge.ts';
import { lint } from './lint.ts';
import { outline } from './outline.ts';
import { privacy } from './privacy.ts';
import { quickBar } from './quick-bar.ts';
import { rehearsal } from './rehearsal.ts';
import { releases } from './releases.ts';
import { settings } from './settings.ts';
import { siteRules } from './site-rules.ts';
import { workshop } from './workshop.ts';

/** What only places, sheets and a running conversation say: it is loaded with them. */
export const placeWording = {
  customers,
  drill,
  exchange,
  faults,
  insight,
  incidents,
  judge,
  lint,
  outline,
  privacy,
  quickBar,
  rehearsal,
  releases,
  settings,
  siteRules,
  workshop,
};
