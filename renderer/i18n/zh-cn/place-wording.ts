import { drill } from './drill.ts';
import { exchange } from './exchange.ts';
import { judge } from './judge.ts';
import { privacy } from './privacy.ts';
import { rehearsal } from './rehearsal.ts';
import { settings } from './settings.ts';
import { siteRules } from './site-rules.ts';
import { workshop } from './workshop.ts';

/** What only places and sheets say that are loaded when somebody opens them. */
export const placeWording = {
  drill,
  exchange,
  judge,
  privacy,
  rehearsal,
  settings,
  siteRules,
  workshop,
};
