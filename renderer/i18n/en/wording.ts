import type { Wording } from '../zh-cn/wording.ts';
import { backups } from './backups.ts';
import { conversation } from './conversation.ts';
import { counter } from './counter.ts';
import { customers } from './customers.ts';
import { deadlines } from './deadlines.ts';
import { drill } from './drill.ts';
import { errors } from './errors.ts';
import { exchange } from './exchange.ts';
import { faults } from './faults.ts';
import { frame } from './frame.ts';
import { incidents } from './incidents.ts';
import { insight } from './insight.ts';
import { judge } from './judge.ts';
import { keyboard } from './keyboard.ts';
import { library } from './library.ts';
import { line } from './line.ts';
import { lint } from './lint.ts';
import { ordersBoard } from './orders-board.ts';
import { outline } from './outline.ts';
import { ownership } from './ownership.ts';
import { people } from './people.ts';
import { privacy } from './privacy.ts';
import { quickBar } from './quick-bar.ts';
import { records } from './records.ts';
import { rehearsal } from './rehearsal.ts';
import { releases } from './releases.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { siteRules } from './site-rules.ts';
import { specialCalls } from './special-calls.ts';
import { sync } from './sync.ts';
import { system } from './system.ts';
import { trouble } from './trouble.ts';
import { vocabulary } from './vocabulary.ts';
import { watch } from './watch.ts';
import { workOrders } from './work-orders.ts';
import { workshop } from './workshop.ts';

/** Every visible word in English. */
export const en: Wording = {
  backups,
  privacy,
  conversation,
  counter,
  customers,
  deadlines,
  drill,
  errors,
  exchange,
  faults,
  frame,
  insight,
  incidents,
  judge,
  keyboard,
  library,
  line,
  lint,
  ordersBoard,
  outline,
  ownership,
  people,
  quickBar,
  records,
  rehearsal,
  releases,
  search,
  settings,
  siteRules,
  specialCalls,
  sync,
  system,
  trouble,
  vocabulary,
  watch,
  workOrders,
  workshop,
};
