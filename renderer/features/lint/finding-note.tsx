import { useTranslation } from 'react-i18next';
import type { LintFinding } from '#contract/lint.ts';
import { KeyOf } from '#renderer/ui/kbd.tsx';

interface FindingNoteProps {
  finding: LintFinding;
  /** Ctrl+. takes this one. */
  withKey: boolean;
  onTake: () => void;
}

/** Under the text it concerns: what sort of wording it is, why not, and what to say instead. */
export function FindingNote({ finding, withKey, onTake }: FindingNoteProps) {
  const { t } = useTranslation();
  const { matched, rewording, reason, forbiddenClass, blocks } = finding;
  const sort = forbiddenClass === 'personalData' ? t('lint.personalData') : t(`line.forbiddenClass.${forbiddenClass}`);
  const why = typeof reason === 'string' ? reason : t(`lint.reasons.${reason.code}`, reason.values);
  return (
    <div className="mt-1.5 rounded-base bg-never-soft px-3 py-2 text-note">
      <p lang="zh-CN">
        <b className="mr-2 font-semibold text-never">{sort}</b>
        <span className="text-ink-2">{t('lint.instead')}</span>
        <q>{rewording}</q>
      </p>
      <div className="mt-0.5 flex items-end gap-2">
        <p className="min-w-0 flex-1 text-small text-ink-2" {...(typeof reason === 'string' ? { lang: 'zh-CN' } : {})}>
          {why}
          {blocks ? <b className="ml-1.5 font-semibold text-never">{t('lint.blocks')}</b> : null}
        </p>
        <button
          type="button"
          onClick={onTake}
          className="flex shrink-0 items-center gap-1.5 rounded-small px-1 hover:bg-hover"
        >
          <span>
            {t('lint.take')}
            <span className="sr-only">{t('lint.takeFor', { matched, rewording })}</span>
          </span>
          {withKey ? (
            <span aria-hidden="true">
              <KeyOf id="takeRewording" />
            </span>
          ) : null}
        </button>
      </div>
    </div>
  );
}
