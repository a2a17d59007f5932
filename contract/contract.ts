import { conversationContract } from './conversation.ts';
import { libraryContract } from './library.ts';
import { lintContract } from './lint.ts';
import { peopleContract } from './people.ts';
import { settingsContract } from './settings.ts';
import { systemContract } from './system.ts';
import { workOrdersContract } from './work-orders.ts';

/** Every call between a window and the core. Client types, handler types and run-time checks all derive from it. */
export const contract = {
  system: systemContract,
  people: peopleContract,
  settings: settingsContract,
  library: libraryContract,
  lint: lintContract,
  conversation: conversationContract,
  workOrders: workOrdersContract,
};
export type Contract = typeof contract;
