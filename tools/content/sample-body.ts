import type { Entry } from '#contract/library/release.ts';
import { templatesOf } from '#core/library/validate/wording.ts';

const VARIANT_LABELS: Readonly<Record<string, string>> = {
  standard: '标准',
  short: '简短',
  soothing: '安抚',
  written: '书面',
  text: '片段',
};

export type Fragments = ReadonlyMap<string, Extract<Entry, { kind: 'fragment' }>>;

/** What a reader sees of an entry on the sheet: one row for each thing that is said, asked or done. */
export function sampleRows(entry: Entry, fragments: Fragments): string[] {
  switch (entry.kind) {
    case 'line':
    case 'courtesy':
    case 'notice':
    case 'fragment': {
      return templatesOf(entry).map(
        ({ path, text }) => `${VARIANT_LABELS[path.at(-1) ?? '']}　${readAloud(text, entry.variables, fragments)}`,
      );
    }
    case 'forbidden':
      return [`别说　${entry.fails.join(' / ')}`, `因为　${entry.reason}`, `换成　${entry.rewording}`];
    case 'rewording':
      return entry.pairs.flatMap(({ from, to }) => [`别说　${from}`, `换成　${to}`]);
    case 'decisionTable':
      return entry.nodes.map((node) =>
        node.type === 'question' ? `问　${node.ask}` : `得出　${node.title} → ${node.line}`,
      );
    case 'flow':
      return entry.stages.map((stage) => `${stage.stage}　${stage.goal}`);
    case 'specialCall':
      return entry.steps.map((step) => `${step.wait ? `等${step.wait.seconds}秒` : '做'}　${step.do}`);
    case 'incidentPlan':
      return [
        `出了什么事　${entry.opening}`,
        ...entry.contacts.map(
          ({ caller, post, fallback }) => `${caller}　打给　${post}${fallback ? `，打不通找${fallback.post}` : ''}`,
        ),
      ];
    case 'stepList':
      return entry.steps.map((step, index) => `${index + 1}　${step.do}`);
    case 'scenario':
      return [
        `客户　${entry.customer.name}，${entry.customer.wants}`,
        ...entry.turns.map((turn) => `他说　${turn.says}`),
        ...entry.endings.map((ending) => `结局　${ending.title}：${ending.says}`),
      ];
    case 'article':
      return [`依据　${entry.lawName}${entry.articleNo}`, `大意　${entry.summary}`];
    case 'productSheet':
      return entry.features.map(({ label, values }) => `${label}　${values.join(' | ')}`);
    case 'synonyms':
      return entry.groups.map(({ term, colloquial }) => `${term}　${colloquial.join('、')}`);
    case 'stopPhrases':
      return [`停用　${entry.phrases.join('、')}`];
    default:
      return entry satisfies never;
  }
}

/** Gaps as 〔label〕, fragments in full: the sheet is for reading aloud. */
function readAloud(text: string, variables: Gaps, fragments: Fragments): string {
  const labels = new Map(variables.map(({ name, label }) => [name, label]));
  return text
    .replace(/\{%\s*render\s+'([^']+)'[^%]*%\}/g, (whole, id: string) => {
      const fragment = fragments.get(id);
      return fragment ? readAloud(fragment.text, fragment.variables, fragments) : whole;
    })
    .replace(/\{\{\s*(\w+)[^}]*\}\}/g, (_, name: string) => `〔${labels.get(name) ?? name}〕`);
}

type Gaps = readonly { readonly name: string; readonly label: string }[];
