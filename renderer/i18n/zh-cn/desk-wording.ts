import { backups } from './backups.ts';
import { conversation } from './conversation.ts';
import { counter } from './counter.ts';
import { deadlines } from './deadlines.ts';
import { errors } from './errors.ts';
import { frame } from './frame.ts';
import { keyboard } from './keyboard.ts';
import { library } from './library.ts';
import { line } from './line.ts';
import { ordersBoard } from './orders-board.ts';
import { ownership } from './ownership.ts';
import { people } from './people.ts';
import { records } from './records.ts';
import { search } from './search.ts';
import { specialCalls } from './special-calls.ts';
import { sync } from './sync.ts';
import { system } from './system.ts';
import { trouble } from './trouble.ts';
import { vocabulary } from './vocabulary.ts';
import { watch } from './watch.ts';
import { workOrders } from './work-orders.ts';

/** What the desk says from its first picture on. */
export const deskWording = {
  backups,
  conversation,
  counter,
  deadlines,
  errors,
  frame,
  keyboard,
  library,
  line,
  ordersBoard,
  ownership,
  people,
  records,
  search,
  specialCalls,
  sync,
  system,
  trouble,
  vocabulary,
  watch,
  workOrders,
};
