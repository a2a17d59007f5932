import type { Customer } from '#contract/conversation/terms.ts';

const doubleSurnames = new Set([
  '欧阳',
  '太史',
  '上官',
  '端木',
  '司马',
  '东方',
  '独孤',
  '南宫',
  '夏侯',
  '诸葛',
  '尉迟',
  '皇甫',
  '宇文',
  '长孙',
  '慕容',
  '令狐',
  '司徒',
  '司空',
  '轩辕',
  '公孙',
  '申屠',
  '钟离',
  '闻人',
  '东郭',
  '西门',
  '百里',
  '呼延',
  '澹台',
]);

/** How to address the customer: surname and title (王女士), or the name alone; empty while unknown. */
export function addressOf({ name = '', title = '' }: Pick<Customer, 'name' | 'title'>): string {
  if (name === '' || title === '' || name.endsWith(title)) return name;
  return `${surnameOf(name)}${title}`;
}

function surnameOf(name: string): string {
  // Only names written in two to four hanzi have a surname to find: 阿卜杜拉·买买提 and Ms Brown keep theirs whole.
  if (!/^\p{Script=Han}{2,4}$/u.test(name)) return name;
  return doubleSurnames.has(name.slice(0, 2)) ? name.slice(0, 2) : name.slice(0, 1);
}
