import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT_ROOT } from '#tools/runtime/provision.ts';
import { faultsOfCode, faultsOfLink, mentionsIn, openHouse, pages } from './named-in-pages.ts';

const house = openHouse(PROJECT_ROOT);
const written = pages(PROJECT_ROOT).map((page) => mentionsIn(page, readFileSync(join(PROJECT_ROOT, page), 'utf8')));
const code = (text: string) => faultsOfCode(house, { page: 'page.md', line: 1, text });

describe('what the pages of the project name', () => {
  test('every file, folder and npm script in README and docs exists', () => {
    const mentions = written.flatMap((page) => page.code);
    expect(mentions.length).toBeGreaterThan(200);
    expect(mentions.flatMap((mention) => faultsOfCode(house, mention))).toEqual([]);
  });

  test('every link within the project leads somewhere', () => {
    const links = written.flatMap((page) => page.links);
    expect(links.length).toBeGreaterThan(15);
    expect(links.flatMap((link) => faultsOfLink(house, link))).toEqual([]);
  });

  test('the pictures are small enough to be cloned with the code', () => {
    const pictures = written.flatMap((page) => page.links).filter(({ text }) => text.endsWith('.png'));
    expect(pictures.length).toBeGreaterThan(0);
    for (const { page, text } of pictures) {
      expect(statSync(join(PROJECT_ROOT, page, '..', text)).size, text).toBeLessThan(200_000);
    }
  });
});

describe('the reader of pages', () => {
  test.each([
    ['core/journal/nowhere.ts', 'core/journal/nowhere.ts does not exist'],
    ['#core/db/nowhere.ts', 'core/db/nowhere.ts does not exist'],
    ['tests/nowhere/', 'tests/nowhere/ does not exist'],
    ['core/**/*.nowhere', 'core/**/*.nowhere does not exist'],
    ['nowhere-at-all.ts', 'no file is called nowhere-at-all.ts'],
    ['npm run nowhere', 'there is no npm script "nowhere"'],
    ['npx vitest run tests/nowhere', 'tests/nowhere does not exist'],
  ])('notices that `%s` does not exist', (text, fault) => {
    expect(code(text)).toEqual([`page.md:1: ${fault}`]);
  });

  test('notices an npm script whose tool is missing', () => {
    const lacking = { ...house, scripts: { lost: 'node tools/nowhere.ts' } };
    const [fault] = faultsOfCode(lacking, { page: 'page.md', line: 3, text: 'npm run lost -- --now' });
    expect(fault).toBe('page.md:3: the npm script "lost" runs tools/nowhere.ts, which does not exist');
  });

  test('notices a link that leads nowhere, seen from its page', () => {
    const link = (text: string) => faultsOfLink(house, { page: 'docs/testing.md', line: 1, text });
    expect(link('nowhere.md#part')).toEqual(['docs/testing.md:1: the link to nowhere.md leads nowhere']);
    expect(link('testing.md#part')).toEqual([]);
    expect(link('../README.md')).toEqual([]);
    expect(link('https://example.org/nowhere')).toEqual([]);
  });

  test.each(['core/db/open.ts', '#core/db/open.ts', 'open.ts', 'tests/house/', 'core/**/*.ts', 'out/main/core.js'])(
    'takes `%s` as it is',
    (text) => expect(code(text)).toEqual([]),
  );

  test.each([
    'line.copied',
    'library.copyLine',
    'pack/slug',
    '*-repo.ts',
    'contract/<slice>.ts',
    '@orpc/client',
    'a / b',
  ])('does not take `%s` for a path of this project', (text) => expect(code(text)).toEqual([]));

  test('reads code in back-ticks and commands of shell blocks, and leaves other blocks alone', () => {
    const page = ['`one` and `two` [there](a.md)', '```sh', 'npm test   # all', '```', '```yaml', 'no: `three`', '```'];
    const { code: found, links } = mentionsIn('page.md', page.join('\n'));
    expect(found.map(({ line, text }) => [line, text.trim()])).toEqual([
      [1, 'one'],
      [1, 'two'],
      [3, 'npm test'],
    ]);
    expect(links.map(({ text }) => text)).toEqual(['a.md']);
  });
});
