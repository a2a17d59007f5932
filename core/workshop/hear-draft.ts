import { type Variable, variableSchema, variantNameSchema, variantNames } from '#contract/library/line.ts';
import type { RenderedVariant, VariableValues } from '#contract/library.ts';
import type { LooseEntry } from '#contract/workshop/terms.ts';
import type { DraftLook } from '#contract/workshop/views.ts';
import { plainText, type Renderable, renderLine } from '../library/render-line.ts';
import type { Fragments } from '../library/template-engine.ts';
import { countHanzi, sentences } from '../library/validate/wording.ts';

type Reading = DraftLook['readings'][number];

const SAMPLES: Record<'zh-CN' | 'en', Partial<Record<Variable['type'], string>>> = {
  'zh-CN': {
    customerName: '陈先生',
    time: '今天下午五点',
    duration: '两个小时',
    digits: '3021',
    place: '朝阳路营业厅',
    number: '3',
    money: '20 元',
  },
  en: {
    customerName: 'Mr Chen',
    time: 'five this afternoon',
    duration: 'two hours',
    digits: '3021',
    place: 'the Main Street hall',
    number: '3',
    money: '20 yuan',
  },
};

/** Every variant of an unfinished draft as a customer would hear it; one whose template cannot be read is left out. */
export function hearDraft(entry: LooseEntry, fragments: Fragments, locale: 'zh-CN' | 'en'): RenderedVariant[] {
  const variables = variableSchema.array().safeParse(entry['variables']).data ?? [];
  const given = entry.kind === 'fragment' ? { standard: entry['text'] } : (entry['variants'] as object | undefined);
  const values: VariableValues = Object.fromEntries(
    variables.flatMap(({ name, type, default: own }) => {
      const sample = own === undefined ? SAMPLES[locale][type] : undefined;
      return sample === undefined ? [] : [[name, sample]];
    }),
  );
  return variantNames.flatMap((name) => {
    const text = (given as Record<string, unknown> | undefined)?.[name];
    if (typeof text !== 'string' || text.trim() === '') return [];
    const one: Renderable = { variants: { [name]: text }, variables };
    try {
      return renderLine(one, values, fragments);
    } catch {
      // What is wrong with it stands among the findings.
      return [];
    }
  });
}

/** How long each variant takes to say, and its longest sentence in hanzi. */
export function readingsOf(heard: readonly RenderedVariant[], charactersPerMinute: number): Reading[] {
  return heard.map((rendered) => {
    const text = plainText(rendered);
    const characters = countHanzi(text) || text.replace(/\s/gu, '').length;
    return {
      variant: variantNameSchema.parse(rendered.variant),
      characters,
      seconds: Math.round((characters * 60) / charactersPerMinute),
      longestSentence: Math.max(0, ...sentences(text).map(countHanzi)),
    };
  });
}
