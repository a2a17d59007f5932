import { maskNumbers } from '../library/mask-numbers.ts';

const TITLED = /[\p{Script=Han}]{1,3}(?:先生|女士|小姐|太太|师傅|阿姨|大爷|大妈|老师|经理)/gu;
const SURNAMED = /(?:叫|姓|名字是|名叫)[\p{Script=Han}]{1,3}/gu;
/** A telephone or any longer number, also one that stands in letters and digits. */
const NUMBERED = /[A-Za-z]?\d[\d\-*•]{2,}|[•]+/gu;
const PLATE = /[\p{Script=Han}][A-Z][A-Z0-9]{5,6}/gu;
const PLACED = /[\p{Script=Han}\d]{0,6}\d+(?:号楼|栋|单元|室|层)/gu;

/** What was typed into the search box without what may name a person: names with a title, numbers, plates, doors. */
export function withoutPersons(text: string): string {
  return maskNumbers(text.replaceAll(PLATE, '某车'))
    .replaceAll(PLACED, '某处')
    .replaceAll(TITLED, '客户')
    .replaceAll(SURNAMED, '客户')
    .replaceAll(NUMBERED, '某号')
    .trim();
}
