import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Release } from '#contract/library/release.ts';
import { answerElementSchema } from '#contract/library/scenario.ts';
import { defaultRules } from '#contract/site-rules.ts';
import { createCatalogue } from '#core/library/catalogue.ts';
import { searchDocuments } from '#core/library/search-documents.ts';
import { createLiveCheck } from '#core/lint/live-check.ts';
import { judgeAnswer } from '#core/rehearsal/judge/judge-answer.ts';
import { judgeTools } from '#core/rehearsal/judge/judge-tools.ts';
import { createSearch } from '#core/search/create-search.ts';
import { siteCalendar } from '#core/site-rules/calendar-of-site.ts';
import { PROJECT_ROOT } from '#tools/runtime/provision.ts';

const setSchema = z.array(
  z.strictObject({
    stage: z.string(),
    scene: z.string(),
    says: z.string(),
    needs: z.array(answerElementSchema),
    answers: z.array(
      z.strictObject({ label: z.enum(['good', 'weak', 'bad']), tricky: z.boolean().default(false), text: z.string() }),
    ),
  }),
);

/** What people called an answer, and what the judge calls the same. */
export const QUALITY_OF = { bad: 'poor', weak: 'fair', good: 'good' } as const;
const CLASSES = ['poor', 'fair', 'good'] as const;
type Quality = (typeof CLASSES)[number];

export interface Judgement {
  readonly says: string;
  readonly text: string;
  readonly tricky: boolean;
  readonly label: Quality;
  readonly quality: Quality;
  readonly score: number;
  readonly faults: readonly string[];
}

/** Judges a set of the judged answers. */
export function judgeSet(set: 'open' | 'sealed', tools: ReturnType<typeof shippedJudge>): Judgement[] {
  const file = join(PROJECT_ROOT, 'tests', 'fixtures', 'judged-answers', `${set}.yaml`);
  const turns = setSchema.parse(parse(readFileSync(file, 'utf8')));
  return turns.flatMap(({ says, scene, needs, answers }) =>
    answers.map(({ label, tricky, text }) => {
      const { quality, score, points } = judgeAnswer({ text, turn: { says, needs }, scenario: { scene } }, tools);
      const faults = points.filter(({ delta }) => delta < 0).map(({ reason }) => reason);
      return { says, text, tricky, label: QUALITY_OF[label], quality, score, faults };
    }),
  );
}

/** A judge over a release and the default rules of a site, on a Tuesday at two in the afternoon. */
export function shippedJudge(release: Release) {
  const catalogue = createCatalogue(release);
  const { synonyms, stopPhrases } = catalogue;
  const engine = createSearch({ documents: searchDocuments(catalogue), synonyms, stopPhrases });
  const rules = { ...defaultRules, holidayYears: [] };
  return judgeTools(catalogue, createLiveCheck(catalogue.forbidden), engine, {
    rules,
    calendar: siteCalendar(rules),
    nowMs: Date.parse('2026-11-24T14:00:00+08:00'),
    mayPromiseYuan: 100,
  });
}

export interface Agreement {
  readonly count: number;
  /** Weighted by the distance of the classes, squared and plain. */
  readonly quadraticKappa: number;
  readonly linearKappa: number;
  /** Share of all answers that are good and taken for poor, or poor and taken for good. */
  readonly oppositeShare: number;
  /** Rows: what people said, poor to good; columns: what the judge said. */
  readonly matrix: readonly (readonly number[])[];
  /** Of the answers people put in a class, the share the judge put there too. */
  readonly recall: Readonly<Record<Quality, number>>;
}

/** How far two judges agree. */
export function agreementOf(judged: readonly Pick<Judgement, 'label' | 'quality'>[]): Agreement {
  const matrix = CLASSES.map((label) =>
    CLASSES.map((quality) => judged.filter((one) => one.label === label && one.quality === quality).length),
  );
  const cell = (row: number, column: number) => matrix[row]?.[column] ?? 0;
  const rows = matrix.map((row) => row.reduce((sum, one) => sum + one, 0));
  const columns = CLASSES.map((_, column) => matrix.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const kappa = (weight: (distance: number) => number) => {
    let seen = 0;
    let byChance = 0;
    for (const row of [0, 1, 2]) {
      for (const column of [0, 1, 2]) {
        seen += weight(Math.abs(row - column)) * cell(row, column);
        byChance += (weight(Math.abs(row - column)) * (rows[row] ?? 0) * (columns[column] ?? 0)) / judged.length;
      }
    }
    return 1 - seen / byChance;
  };
  return {
    count: judged.length,
    quadraticKappa: kappa((distance) => distance ** 2),
    linearKappa: kappa((distance) => distance),
    oppositeShare: (cell(0, 2) + cell(2, 0)) / judged.length,
    matrix,
    recall: { poor: cell(0, 0) / (rows[0] ?? 1), fair: cell(1, 1) / (rows[1] ?? 1), good: cell(2, 2) / (rows[2] ?? 1) },
  };
}
