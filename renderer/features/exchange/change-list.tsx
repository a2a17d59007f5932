import { useTranslation } from 'react-i18next';
import type { EntryChange, TextPart } from '#contract/library-exchange.ts';
import { sayField } from '#renderer/features/library/versions/say-field.ts';

const MOST_SHOWN = 6;

/** What differs, key by key: what goes is struck out, what comes is underlined, so that it is seen without colours too. */
export function ChangeList({ changes }: { changes: readonly EntryChange[] }) {
  const { t, i18n } = useTranslation();
  // Columns are named as in the file, which is Chinese; elsewhere, and for what no column holds, by what the key is called.
  const named = (path: string, label: string) =>
    label === path || i18n.language !== 'zh-CN' ? sayField(path, t) : label;
  const rest = changes.length - MOST_SHOWN;
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-note">
      {changes.slice(0, MOST_SHOWN).map(({ path, label, parts }) => (
        <div key={path} className="contents">
          <dt className="text-ink-3">{named(path, label)}</dt>
          <dd className="spoken whitespace-pre-line">{parts.map(toPart)}</dd>
        </div>
      ))}
      {rest > 0 ? <dd className="col-start-2 text-ink-3">{t('exchange.import.more', { count: rest })}</dd> : null}
    </dl>
  );
}

function toPart({ kind, text }: TextPart, index: number) {
  const key = `${index} ${kind}`;
  if (kind === 'removed')
    return (
      <del key={key} className="text-never">
        {text}
      </del>
    );
  if (kind === 'added')
    return (
      <ins key={key} className="bg-accent-soft text-accent decoration-2">
        {text}
      </ins>
    );
  return <span key={key}>{text}</span>;
}
