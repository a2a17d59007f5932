import { deskWording } from './desk-wording.ts';
import { placeWording } from './place-wording.ts';

/** Every visible word in Chinese, the first language; the English wording must have the same keys. */
export const zhCn = { ...deskWording, ...placeWording };

type SameKeys<Part> = { [Key in keyof Part]: Part[Key] extends string ? string : SameKeys<Part[Key]> };
export type Wording = SameKeys<typeof zhCn>;
