import type { TFunction } from 'i18next';
import type {
  CellChoice,
  FileNote,
  ImportColumn,
  ImportPlace,
  ImportRefusal,
  ItemNote,
  RowFault,
} from '#contract/import-reasons.ts';
import { sayEntryFault } from '#renderer/features/library/say-fault.ts';
import { sayField } from '#renderer/features/library/versions/say-field.ts';

/** How the window talks: its translations, and the language they are in. */
export interface Speech {
  t: TFunction;
  language: string;
}

const isChinese = (language: string): boolean => language === 'zh-CN';

/** Where in the file something stands. */
export function sayPlace({ sheet, table, row }: ImportPlace, t: TFunction): string {
  if (table !== undefined) return t('exchange.import.rowInTable', { table, row });
  return sheet === null ? t('exchange.import.row', { row }) : t('exchange.import.rowIn', { sheet, row });
}

/** As the file calls it. A column that it does not have goes by the word of the window's language; sheets are Chinese. */
function sayColumn({ path, label, inFile }: ImportColumn, { t, language }: Speech): string {
  return inFile || isChinese(language) ? label : sayField(path, t);
}

/** What may be written into a cell: the Chinese words for it, elsewhere the values, which are read as well. */
function sayChoices(choices: readonly CellChoice[], { t, language }: Speech): string {
  return choices.map(({ value, word }) => (isChinese(language) ? word : value)).join(t('frame.listJoin'));
}

/** Why the whole file is refused. */
export function sayImportRefusal(refusal: ImportRefusal, t: TFunction): string {
  if (refusal.key === 'notText')
    return t('exchange.refused.notText', { actual: t(`exchange.actual.${refusal.actual}`) });
  const { key, ...values } = refusal;
  return t(`exchange.refused.${key}`, values);
}

/** Why an entry of the file is turned down; begins with the column where the sentence does not name it. */
export function sayRowFault({ column, reason }: RowFault, speech: Speech): string {
  const { t } = speech;
  if (column === null) return sayReason(reason, t('faults.entry'), speech);
  const name = sayColumn(column, speech);
  const told = sayReason(reason, name, speech);
  const named = t('exchange.import.column', { column: name });
  return told.includes(named) ? told : t('exchange.import.atColumn', { column: named, told });
}

function sayReason(reason: RowFault['reason'], name: string, speech: Speech): string {
  const { t } = speech;
  switch (reason.key) {
    case 'noPack':
    case 'noOwner':
    case 'titleTwice':
    case 'otherKind':
    case 'unprintable':
    case 'variablesUnread':
      return t(`exchange.turnedDown.${reason.key}`, { name });
    case 'noSuchKind':
    case 'noSuchPack':
    case 'notWhole':
    case 'notADay':
    case 'noSuchDay':
    case 'newVariable':
    case 'occasionUnread':
      return t(`exchange.turnedDown.${reason.key}`, { cell: reason.cell });
    case 'unknownWord':
    case 'noSuchScene':
      return t(`exchange.turnedDown.${reason.key}`, {
        cell: reason.cell,
        choices: sayChoices(reason.choices, speech),
      });
    case 'variableType':
      return t('exchange.turnedDown.variableType', { cell: reason.cell, type: reason.type });
    case 'sameAs':
      return t('exchange.turnedDown.sameAs', { place: sayPlace(reason.at, t) });
    default:
      return sayEntryFault(reason, name, t);
  }
}

/** What the import decided about an entry by itself. */
export function sayItemNote(note: ItemNote, speech: Speech): string {
  return note.key === 'columnLeft'
    ? speech.t('exchange.note.columnLeft', { column: sayColumn(note.column, speech) })
    : speech.t(`exchange.note.${note.key}`);
}

/** What is to be known about the reading of the file. */
export function sayFileNote(note: FileNote, t: TFunction): string {
  const { key, ...values } = note;
  return t(`exchange.note.${key}`, values);
}
