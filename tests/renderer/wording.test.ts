import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callErrors, type ErrorCode, transportErrorCodes } from '#contract/errors.ts';
import { keyboardMap } from '#renderer/app/keyboard-map.ts';
import { en } from '#renderer/i18n/en/wording.ts';
import { explainFailure } from '#renderer/i18n/explain-failure.ts';
import { speak, startI18n } from '#renderer/i18n/start-i18n.ts';
import { placeWording } from '#renderer/i18n/zh-cn/place-wording.ts';
import { zhCn } from '#renderer/i18n/zh-cn/wording.ts';

const RENDERER = join(import.meta.dirname, '..', '..', 'renderer');

function flatten(part: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(part).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[`${path}${key}`, value]] : [...flatten(value, `${path}${key}.`)],
    ),
  );
}

const chinese = flatten(zhCn);
const english = flatten(en);
const gaps = (text: string | undefined) => [...(text ?? '').matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

/** The renderer's source files outside the wording itself. */
function sources(folder = RENDERER): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'zh-cn' || entry.name === 'en' ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** What a file of the renderer loads at once, and by `lazy`; a `lazyPart` brings its words along. */
function firstLoaded(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const code = readFileSync(file, 'utf8');
  for (const [, path] of code.matchAll(
    /(?:^import (?!type)[^;]*?from|= lazy\(\s*\(\) =>\s*import\()\s*'([^']+\.tsx?)'/gm,
  )) {
    if (!path || path.includes('/i18n/') || path.startsWith('#contract')) continue;
    firstLoaded(path.startsWith('#renderer/') ? join(RENDERER, path.slice(10)) : join(dirname(file), path), found);
  }
  return found;
}

describe('the wording', () => {
  it('has the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
    expect(chinese.size).toBeGreaterThan(200);
  });

  it('is nowhere empty', () => {
    for (const [key, text] of [...chinese, ...english]) expect(text.trim(), key).not.toBe('');
  });

  it('fills the same gaps in both languages, but for a count that a language spells out', () => {
    for (const [key, text] of chinese) {
      const own = gaps(english.get(key)).filter((name) => name !== 'count');
      expect(own, key).toEqual(gaps(text).filter((name) => name !== 'count'));
    }
  });

  it('is English in English, except for the name of the Chinese language', () => {
    for (const [key, text] of english) {
      if (key !== 'settings.languages.zh-CN') expect(text, key).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('is the only place with Chinese characters: no visible text is hard-coded', () => {
    const files = sources();
    expect(files.length).toBeGreaterThan(60);
    for (const file of files) {
      const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
      expect(code, file).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('is all used: every key is named in the source, whole or by its group', () => {
    const code = sources()
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    // Collected once: looking through the whole source for each key takes seconds.
    const named = new Set(
      [...code.matchAll(/'([\w.-]+)'|`([\w.-]+)\$\{/g)].map(([, whole, group]) => whole ?? `${group}$`),
    );
    const unused = [...chinese.keys()].filter((key) => {
      const plain = key.replace(/_(one|other)$/, '');
      const group = plain.slice(0, plain.lastIndexOf('.'));
      const groups = [`${group}.$`, `${group.slice(0, group.lastIndexOf('.'))}.$`, `${group}.s$`];
      return ![plain, ...groups].some((name) => named.has(name));
    });
    expect(unused).toEqual([]);
  });

  it('is there before anybody opens a place: what the first picture loads says nothing that comes with a place', () => {
    const files = firstLoaded(join(RENDERER, 'app', 'main.tsx'));
    expect(files.size).toBeGreaterThan(60);
    const groups = new RegExp(`['\`](${Object.keys(placeWording).join('|')})\\.[a-z]`);
    for (const file of files) expect(readFileSync(file, 'utf8'), file).not.toMatch(groups);
  });

  it('names every key of the keyboard map', () => {
    for (const { id } of keyboardMap) expect(chinese.has(`keyboard.${id}`), id).toBe(true);
  });
});

describe('explaining failures', () => {
  const codes = [...(Object.keys(callErrors) as ErrorCode[]), ...transportErrorCodes];

  it.each(['zh-CN', 'en'] as const)(
    'says what happened, what was kept and what to do for every code in %s',
    async (language) => {
      const i18n = await startI18n(language);
      await speak(language);
      const said = codes.map((code) => explainFailure(code, i18n.t));
      for (const { what, kept, next } of said) {
        for (const sentence of [what, kept, next]) expect(sentence).not.toMatch(/^errors\./);
      }
      expect(new Set(said.map((each) => each.what)).size).toBe(codes.length);
    },
  );
});
