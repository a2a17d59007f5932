import { conversation } from './conversation.ts';
import { errors } from './errors.ts';
import { frame } from './frame.ts';
import { keyboard } from './keyboard.ts';
import { library } from './library.ts';
import { line } from './line.ts';
import { people } from './people.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { system } from './system.ts';
import { vocabulary } from './vocabulary.ts';

/** Every visible word in Chinese, the first language; the English wording must have the same keys. */
export const zhCn = {
  conversation,
  errors,
  frame,
  keyboard,
  library,
  line,
  people,
  search,
  settings,
  system,
  vocabulary,
};

type SameKeys<Part> = { [Key in keyof Part]: Part[Key] extends string ? string : SameKeys<Part[Key]> };
export type Wording = SameKeys<typeof zhCn>;
