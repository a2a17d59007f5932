import { useTranslation } from 'react-i18next';
import type { DraftView } from '#contract/workshop/views.ts';
import { DifferenceField } from '#renderer/features/library/versions/version-compare.tsx';
import { variantNames } from '#renderer/features/line/variant-names.ts';
import { textAt } from './entry-values.ts';
import { shownText, variablesOf } from './gap-text.ts';

/** What a draft changes, side by side; of a new one everything that is said. */
export function DraftTextsShown({ draft }: { draft: DraftView }) {
  const { t } = useTranslation();
  if (draft.differences.length > 0) {
    return draft.differences.map((field) => <DifferenceField key={field.path} field={field} />);
  }
  const variables = variablesOf(draft.entry);
  const paths = draft.kind === 'fragment' ? ['text'] : variantNames.map((name) => `variants.${name}`);
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-body">
      {paths.flatMap((path) => {
        const text = shownText(textAt(draft.entry, path), variables);
        const name =
          path === 'text'
            ? t('workshop.form.words')
            : t(`line.variant.${path.slice('variants.'.length) as 'standard'}`);
        return text === ''
          ? []
          : [
              <div key={path} className="contents">
                <dt className="text-note text-ink-2">{name}</dt>
                <dd className="spoken" lang="zh-CN">
                  {text}
                </dd>
              </div>,
            ];
      })}
    </dl>
  );
}
