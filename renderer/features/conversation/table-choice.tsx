import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';
import { AnswerButton } from './answer-button.tsx';
import { targetId } from './missing-target.ts';
import { Part } from './part.tsx';

type Table = ConversationView['tables'][number];

interface TableChoiceProps {
  /** In the order of their keys. */
  tables: readonly Table[];
  /** How many others there are; a word or a press brings them up. */
  more: number;
  onMore: () => void;
  keys: boolean;
  filter: string;
  onFilter: (text: string) => void;
  onPick: (tableId: string) => void;
}

/** From so many tables on, a word narrows them down. */
const FILTER_FROM = 7;

/** The tables one may walk, by scene; their keys follow what is shown. */
export function TableChoice({ tables, more, onMore, keys, filter, onFilter, onPick }: TableChoiceProps) {
  const { t } = useTranslation();
  const scenes = [...new Set(tables.map((each) => each.scene))];
  return (
    <Part title={t('conversation.tables')}>
      {filter !== '' || (tables.length > 0 && (more > 0 || tables.length >= FILTER_FROM)) ? (
        <input
          type="text"
          aria-label={t('conversation.findTable')}
          placeholder={t('conversation.findTable')}
          value={filter}
          onChange={(event) => onFilter(event.target.value)}
          className="mb-2 w-full rounded-small border border-edge-field bg-panel px-2 py-1 text-note placeholder:text-ink-3"
        />
      ) : null}
      {tables.length === 0 && more === 0 ? <p className="text-note text-ink-2">{t('conversation.noTable')}</p> : null}
      <div id={targetId('table')} className="flex flex-col gap-2">
        {scenes.map((scene) => {
          const ofScene = tables.filter((each) => each.scene === scene);
          return (
            <fieldset key={scene} aria-label={ofScene[0]?.sceneLabel} className="grid min-w-0 gap-1.5">
              {scenes.length > 1 ? (
                <p aria-hidden="true" className="text-small text-ink-3">
                  {ofScene[0]?.sceneLabel}
                </p>
              ) : null}
              {ofScene.map((each) => (
                <AnswerButton
                  key={each.entryId}
                  label={
                    each.state === 'untouched'
                      ? each.title
                      : `${each.title} · ${t(`conversation.tableState.${each.state}`)}`
                  }
                  number={keys ? tables.indexOf(each) + 1 : Number.POSITIVE_INFINITY}
                  onChoose={() => onPick(each.entryId)}
                />
              ))}
            </fieldset>
          );
        })}
      </div>
      {more > 0 ? (
        <button
          type="button"
          onClick={onMore}
          className="mt-1.5 rounded-small px-1 text-small text-ink-2 underline decoration-edge-strong underline-offset-3 hover:text-ink"
        >
          {tables.length === 0
            ? t('conversation.pickTable', { count: more })
            : t('conversation.moreTables', { count: more })}
        </button>
      ) : null}
    </Part>
  );
}

/** Tables that a word is about, those of one scene together; the order within is that of the flow. */
export function tablesFor(tables: readonly Table[], filter: string): Table[] {
  const word = filter.trim().toLowerCase();
  const fits = ({ title, sceneLabel, keywords }: Table) =>
    word === '' || [title, sceneLabel, ...keywords].some((text) => text.toLowerCase().includes(word));
  const scenes = [...new Set(tables.map((each) => each.scene))];
  return scenes.flatMap((scene) => tables.filter((each) => each.scene === scene && fits(each)));
}
