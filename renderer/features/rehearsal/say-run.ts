import type { TFunction } from 'i18next';
import type { RunView } from '#contract/rehearsal/view.ts';
import { judge } from '#renderer/i18n/zh-cn/judge.ts';
import { rehearsal as wording } from '#renderer/i18n/zh-cn/rehearsal.ts';

type Code = keyof typeof wording.code;
type Element = keyof typeof wording.element;

const isCode = (code: string): code is Code => Object.hasOwn(wording.code, code);
const isIn = <Names extends object>(names: Names, name: string): name is keyof Names & string =>
  Object.hasOwn(names, name);
const isElement = (name: string): name is Element => Object.hasOwn(wording.element, name);

/** A reason in a word or two: what happened, what was there, what was missing. */
export function sayCode(code: string, t: TFunction): string {
  const [group = '', name = ''] = code.split('.');
  if (group === 'found' && isElement(name)) return t(`rehearsal.element.${name}`);
  if (group === 'missing' && isElement(name)) {
    return t('rehearsal.lacking', { element: t(`rehearsal.element.${name}`) });
  }
  if (group === 'grave' && isIn(judge.grave, name)) return t(`judge.grave.${name}`);
  if (group === 'light' && isIn(judge.light, name)) return t(`judge.light.${name}`);
  if (group === 'merit' && isIn(judge.merit, name)) return t(`judge.merit.${name}`);
  if (group === 'lint') return t(name === 'jargon' ? 'rehearsal.code.jargon' : 'rehearsal.code.fault');
  const own = code.replace('.', '-');
  return t(`rehearsal.code.${isCode(own) ? own : 'authored'}`);
}

/** The reason that counts most in an answer, for the line under it; null where there is nothing to say. */
export function sayExchange(
  { quality, happenings, points }: RunView['exchanges'][number],
  t: TFunction,
): string | null {
  const happened = happenings.find((one) => one !== 'factTold');
  const against = points.find(({ delta, reason }) => delta < 0 && !reason.startsWith('missing.'));
  const missing = points.find(({ delta }) => delta < 0);
  const found = points.find(({ delta }) => delta > 0);
  const code = against?.reason ?? happened ?? (quality === 'good' ? found?.reason : missing?.reason);
  return code === undefined ? null : sayCode(code, t);
}

/** Minutes and seconds, `01:57`. */
export function sayTime(atMs: number): string {
  const seconds = Math.floor(atMs / 1_000);
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The title of a scenario without the word every one of them begins with. */
export function shortScenario(title: string): string {
  return title.replace(/^\p{L}+ · /u, '');
}

const moods = ['s0', 's1', 's2', 's3', 's4', 's5'] as const;
const levels = ['s1', 's1', 's2', 's3'] as const;

export const sayMood = (temper: number, t: TFunction): string => t(`rehearsal.moods.${moods[temper] ?? 's5'}`);
export const sayLevel = (level: number, t: TFunction): string => t(`rehearsal.level.${levels[level] ?? 's3'}`);

export function sayManner(manner: string, t: TFunction): string {
  return Object.hasOwn(wording.manner, manner) ? t(`rehearsal.manner.${manner as 'calm'}`) : manner;
}
