import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportLibrary } from '#core/library/exchange/export/export-library.ts';
import { propose } from '#core/library/exchange/propose.ts';
import { readCsv } from '#core/library/exchange/read/read-csv.ts';
import { readDocx } from '#core/library/exchange/read/read-docx.ts';
import { readXlsx } from '#core/library/exchange/read/read-xlsx.ts';
import { readYaml } from '#core/library/exchange/read/read-yaml.ts';
import { TemplateEngine } from '#core/library/template-engine.ts';
import { courtesy, forbidden, library, line } from '#tests/core/library/exchange/exchange-desk.ts';
import { documentParts, hostileZip, workbookParts } from '#tests/core/library/exchange/hostile-archive.ts';
import { count } from '#tests/counts.ts';
import { seededRandom } from '#tests/harness/seeded-random.ts';
import { mutatedBytes, mutatedText, type Random } from './mutations.ts';

const small = library(line('one', { keywords: ['a、b'] }), courtesy('two'), forbidden('three'));
const nothingToLoad = async (): Promise<void> => undefined;

/** A case may end in an ordinary error, which the child that reads files turns into a refusal; what it would not survive ends the test. */
async function survives(name: string, cases: number, run: (random: Random) => unknown): Promise<void> {
  const random = seededRandom(name.length * 7_919);
  let taken = 0;
  for (let made = 0; made < cases; made += 1) {
    try {
      await run(random);
      taken += 1;
    } catch (error) {
      expect(error, `${name}, case ${made}`).toBeInstanceOf(Error);
    }
  }
  // Some mutations must get through, or only the first check was ever reached.
  expect(taken, name).toBeGreaterThan(0);
}

afterAll(() => expect(({} as { polluted?: boolean }).polluted).toBeUndefined());

/** A sound part of an archive, spoilt before it is packed, so that the parser behind the archive meets it. */
function spoiltArchive(parts: ReturnType<typeof workbookParts>, random: Random): Buffer {
  const at = Math.floor(random() * parts.length);
  return hostileZip(
    parts.map((part, index) => (index === at ? { ...part, data: mutatedBytes(Buffer.from(part.data), random) } : part)),
  );
}

const options: Parameters<typeof propose>[2] = {
  kind: 'line',
  packId: 'hall',
  owner: '值班长',
  scene: 'meeting',
  channels: ['counter'],
  today: '2026-11-22',
};
let files: Record<'csv' | 'yaml', Uint8Array>;
beforeAll(async () => {
  files = { csv: (await exportLibrary(small, 'csv')).bytes, yaml: (await exportLibrary(small, 'yaml')).bytes };
});
const LONG = 60_000 + count('fuzzCases') * 100;

it(
  'a spoilt table of text is read or refused',
  async () => {
    await survives('csv', count('fuzzCases'), (random) => {
      propose(readCsv(mutatedBytes(files.csv, random)).records, small, options, () => undefined);
    });
  },
  LONG,
);

it(
  'a spoilt file of entries is read or refused',
  async () => {
    await survives('yaml', count('fuzzCases'), (random) => readYaml(mutatedBytes(files.yaml, random), small.variables));
  },
  LONG,
);

it(
  'a spoilt workbook is read or refused',
  async () => {
    const parts = workbookParts();
    const sound = hostileZip(parts);
    await survives('xlsx', count('fuzzCases'), (random) =>
      readXlsx(random() < 0.5 ? mutatedBytes(sound, random) : spoiltArchive(parts, random), nothingToLoad),
    );
  },
  LONG,
);

it(
  'a spoilt document is read or refused',
  async () => {
    const parts = documentParts();
    const sound = hostileZip(parts);
    await survives('docx', count('fuzzCases'), (random) =>
      readDocx(random() < 0.5 ? mutatedBytes(sound, random) : spoiltArchive(parts, random), small, nothingToLoad),
    );
  },
  LONG,
);

it(
  'a spoilt template is rendered or refused, in bounded time',
  async () => {
    const engine = new TemplateEngine({ part: '{{ name }}' });
    const templates = [
      '{{ name }}，您好，{% if tier == "vip" %}专席{% else %}窗口{% endif %}为您办理。',
      '{% case part %}{% when "早" %}早上好{% else %}您好{% endcase %}{{ name | default: "先生" | append: "，" | slice: 0, 4 }}',
      '{% render "part" %}{% unless late %}请稍等{% endunless %}{% comment %}x{% endcomment %}',
    ];
    await survives('liquid', count('fuzzCases'), (random) => {
      const template = mutatedText(templates[Math.floor(random() * templates.length)] ?? '', random);
      engine.render(template, { name: mutatedText('王', random), tier: 'vip', part: '早', late: false } as never);
    });
  },
  LONG,
);
