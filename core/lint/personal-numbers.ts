import type { ReckonedPlace } from './reckoned.ts';

const mobile = /(?<!\d)1[3-9]\d([ -]?)\d{4}\1\d{4}(?!\d)/gu;
/** A number with its country's code, as one writes it in English. */
const abroad = /\+(?!86)\d{1,3}[ -]?\(?\d(?:[ ()-]{0,2}\d){6,12}(?!\d)/gu;
const longNumber = /(?<![\da-z])\d(?:[ -]?\d){14,18}(?:[ -]?x)?(?![\da-z])/giu;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Identity cards (by check digit and birthday), bank cards (by Luhn) and mobile numbers, each with its masked form. */
export function personalNumbers(text: string): ReckonedPlace[] {
  const places: ReckonedPlace[] = [];
  for (const { 0: found, index } of text.matchAll(mobile)) {
    const digits = found.replace(/\D/gu, '');
    places.push(place('mobile', index, found, `${digits.slice(0, 3)}****${digits.slice(-4)}`));
  }
  for (const { 0: found, index } of text.matchAll(abroad)) {
    const digits = found.replace(/\D/gu, '');
    places.push(place('mobile', index, found, `+${digits.slice(0, 2)}****${digits.slice(-4)}`));
  }
  const chinese = /\p{Script=Han}/u.test(text);
  for (const { 0: found, index } of text.matchAll(longNumber)) {
    const digits = found.replace(/[ -]/gu, '').toUpperCase();
    if (isIdCard(digits)) {
      places.push(place('idCard', index, found, `${digits.slice(0, 6)}********${digits.slice(-4)}`));
    } else if (isBankCard(digits)) {
      places.push(place('bankCard', index, found, `${chinese ? '尾号' : 'ending '}${digits.slice(-4)}`));
    }
  }
  return places;
}

function place(code: 'mobile' | 'idCard' | 'bankCard', start: number, found: string, masked: string): ReckonedPlace {
  return { start, end: start + found.length, reason: { code, values: { masked } }, rewording: masked };
}

function isIdCard(digits: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/u.test(digits)) return false;
  const birthday = `${digits.slice(6, 10)}-${digits.slice(10, 12)}-${digits.slice(12, 14)}`;
  if (!/^(?:19|20)/u.test(birthday) || Number.isNaN(Date.parse(birthday))) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return '10X98765432'[sum % 11] === digits[17];
}

/** Cards begin with 3 to 6; the numbers of orders and of slips begin with their year. */
function isBankCard(digits: string): boolean {
  if (!/^[3-6]\d{14,18}$/u.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
