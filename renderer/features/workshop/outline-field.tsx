import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { SmallChoice } from './outline/small-field.tsx';
import { choicesFor, partKeyName } from './outline-words.ts';

interface OutlineFieldProps {
  name: string;
  path: string;
  value: unknown;
  onChange: (path: string, value: unknown) => void;
}

/** Any part of an entry as an outline: texts are fields, lists grow and shrink, the parts of a part stand below it. */
export function OutlineField({ name, path, value, onChange }: OutlineFieldProps) {
  const { t } = useTranslation();
  if (Array.isArray(value)) {
    const last = value.at(-1);
    return (
      <fieldset className="grid gap-1.5 border-l-2 border-edge pl-3">
        <legend className="text-note font-semibold">{name}</legend>
        {value.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name of their own; a change keeps their places.
          <div key={index} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-1.5">
            <OutlineField name={partName(one, index)} path={`${path}.${index}`} value={one} onChange={onChange} />
            <button
              type="button"
              aria-label={t('workshop.outline.remove', { name: partName(one, index) })}
              onClick={() => onChange(`${path}.${index}`, undefined)}
              className="rounded-small p-1.5 text-ink-3 hover:bg-hover hover:text-ink"
            >
              <Trash2 className="size-4" aria-hidden />
            </button>
          </div>
        ))}
        <Button
          size="small"
          className="justify-self-start"
          onClick={() => onChange(path, [...value, last === undefined ? '' : emptied(last)])}
        >
          <Plus className="size-4" aria-hidden />
          {t('workshop.outline.add', { name })}
        </Button>
      </fieldset>
    );
  }
  if (typeof value === 'object' && value !== null) {
    return (
      <fieldset className="grid gap-1.5 border-l-2 border-edge pl-3">
        <legend className="text-note font-semibold">{name}</legend>
        {Object.entries(value).map(([key, inner]) => (
          <OutlineField
            key={key}
            name={partKeyName(`${path}.${key}`, t)}
            path={`${path}.${key}`}
            value={inner}
            onChange={onChange}
          />
        ))}
      </fieldset>
    );
  }
  if (typeof value === 'boolean') {
    return (
      <label className="flex items-center gap-2 text-note">
        <input
          type="checkbox"
          className="accent-accent"
          checked={value}
          onChange={(event) => onChange(path, event.target.checked)}
        />
        {name}
      </label>
    );
  }
  const choices = choicesFor(path, t);
  if (choices !== null) {
    return (
      <SmallChoice
        label={name}
        value={String(value ?? '')}
        options={choices}
        onChange={(chosen) => onChange(path, chosen)}
        path={path}
      />
    );
  }
  const isNumber = typeof value === 'number';
  return (
    <label className="grid gap-0.5 text-note text-ink-2">
      {name}
      <textarea
        rows={1}
        lang="zh-CN"
        value={String(value ?? '')}
        onChange={(event) => {
          const typed = event.target.value;
          onChange(path, isNumber && /^-?\d+$/.test(typed) ? Number(typed) : typed);
        }}
        className="field-sizing-content min-h-9 w-full resize-none rounded-base border border-edge-field bg-panel px-3 py-1.5 text-body text-ink"
      />
    </label>
  );
}

function partName(part: unknown, index: number): string {
  const { title, label, ask, term, id } = (typeof part === 'object' && part !== null ? part : {}) as Record<
    string,
    unknown
  >;
  const told = [title, label, ask, term, id].find((each) => typeof each === 'string' && each !== '');
  return typeof told === 'string' ? `${index + 1} · ${told}` : String(index + 1);
}

/** A part of the same shape with nothing in it. */
function emptied(part: unknown): unknown {
  if (Array.isArray(part)) return part.length === 0 ? [] : [emptied(part[0])];
  if (typeof part === 'object' && part !== null) {
    return Object.fromEntries(
      Object.entries(part).map(([key, value]) => [key, key === 'type' || key === 'principle' ? value : emptied(value)]),
    );
  }
  return typeof part === 'string' ? '' : part;
}
