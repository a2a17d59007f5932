import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LooseEntry } from '#contract/workshop/terms.ts';
import type { DraftView, Merge } from '#contract/workshop/views.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { valueAt, withValue } from './entry-values.ts';
import { shownText, variablesOf } from './gap-text.ts';
import { pathName } from './path-name.ts';
import { useStep } from './use-workshop.ts';

type Choice = 'mine' | 'theirs' | 'both';

/** Two texts that do not go together by themselves: both stay until somebody has decided, place by place. */
export function MergePage({ draft, merge }: { draft: DraftView; merge: Merge }) {
  const { t } = useTranslation();
  const core = useCore();
  const step = useStep();
  const open = merge.fields.filter(({ merged }) => merged === null);
  const [chosen, setChosen] = useState<Readonly<Record<string, Choice>>>({});
  const variables = [...variablesOf(merge.theirs), ...variablesOf(merge.entry)];
  const asRead = (text: string) => shownText(text, variables);
  const decided = open.every(({ path }) => chosen[path] !== undefined);
  const save = () => {
    const entry = open.reduce<LooseEntry>(
      (whole, { path }) => taking(whole, merge, path, chosen[path] ?? 'mine'),
      merge.entry,
    );
    void step(
      () =>
        core.workshop.save({
          draftId: draft.draftId,
          basedOn: merge.basedOn,
          entry,
          takesInForce: merge.kind === 'inForce',
        }),
      t('workshop.merge.done'),
    );
  };
  return (
    <div className="h-full overflow-y-auto px-7 py-5 narrow:h-auto narrow:overflow-visible narrow:px-4">
      <div className="mx-auto grid max-w-[50rem] gap-4">
        <header className="grid gap-1">
          <h2 className="text-title font-bold" lang="zh-CN">
            {draft.title}
          </h2>
          <p className="text-note text-ink-2">
            {merge.kind === 'revisions'
              ? t('workshop.merge.apart', { one: merge.mineBy, other: merge.theirsBy })
              : t('workshop.merge.movedOn')}
          </p>
        </header>
        {open.map(({ path, before, mine, theirs }) => (
          <fieldset key={path} className="grid gap-2 rounded-base border border-edge p-3.5">
            <legend className="px-1 text-note font-semibold">{pathName(path, t)}</legend>
            {before === null ? null : (
              <p className="text-note text-ink-2" lang="zh-CN">
                {t('workshop.merge.before')} {asRead(before)}
              </p>
            )}
            {(['mine', 'theirs', 'both'] as const).map((choice) =>
              choice === 'both' && !isText(merge, path) ? null : (
                <label key={choice} className="flex items-start gap-2 text-body">
                  <input
                    type="radio"
                    name={path}
                    className="mt-1.5 accent-accent"
                    checked={chosen[path] === choice}
                    onChange={() => setChosen({ ...chosen, [path]: choice })}
                  />
                  <span>
                    <span className="block text-small text-ink-2">
                      {choice === 'both'
                        ? t('workshop.merge.both')
                        : t('workshop.merge.of', { name: choice === 'mine' ? merge.mineBy : merge.theirsBy })}
                    </span>
                    {choice === 'both' ? null : (
                      <Side text={choice === 'mine' ? mine : theirs} before={before ?? ''} asRead={asRead} />
                    )}
                  </span>
                </label>
              ),
            )}
          </fieldset>
        ))}
        <Button look="primary" className="justify-self-start" disabled={!decided} onClick={save}>
          {t('workshop.merge.keep')}
        </Button>
      </div>
    </div>
  );
}

interface SideProps {
  text: string | null;
  before: string;
  asRead: (text: string) => string;
}

/** One of the two texts; the sentences that were not there before stand out. */
function Side({ text, before, asRead }: SideProps) {
  const { t } = useTranslation();
  if (text === null) return <span className="text-ink-2">{t('workshop.merge.gone')}</span>;
  return (
    <span className="spoken" lang="zh-CN">
      {text.split(/(?<=[。！？；\n])/u).map((sentence, index) =>
        before.includes(sentence) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of a text stand still.
          <span key={index}>{asRead(sentence)}</span>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of a text stand still.
          <ins key={index} className="rounded-small bg-accent-soft text-accent no-underline">
            {asRead(sentence)}
          </ins>
        ),
      )}
    </span>
  );
}

const isText = (merge: Merge, path: string) =>
  typeof valueAt(merge.entry, path) === 'string' && typeof valueAt(merge.theirs, path) === 'string';

function taking(whole: LooseEntry, merge: Merge, path: string, choice: Choice): LooseEntry {
  if (choice === 'mine') return whole;
  const theirs = valueAt(merge.theirs, path);
  if (choice === 'theirs') return withValue(whole, path, theirs);
  return withValue(whole, path, `${String(valueAt(merge.entry, path))}${String(theirs)}`);
}
