import { randomInt } from 'node:crypto';
import { sha256 } from '../auth/ed25519.ts';

/** Digits and letters that nobody mixes up on the telephone: no 0 and O, no 1 and I. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 10;
export const CODE_LIFE_MS = 24 * 3_600_000;

/** A new one-time code, 50 random bits. */
export function newCode(): string {
  return Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

export const codeHashOf = (code: string): Uint8Array => sha256(`counterpart/code/1\n${code}`);
