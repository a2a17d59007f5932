import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { LineView } from '#contract/library.ts';
import { line as wording } from '#renderer/i18n/zh-cn/line.ts';

type ForbiddenClassName = keyof typeof wording.forbiddenClass;

const isKnownClass = (name: string): name is ForbiddenClassName => Object.hasOwn(wording.forbiddenClass, name);

const sayClass = (name: string, t: TFunction) => (isKnownClass(name) ? t(`line.forbiddenClass.${name}`) : name);

/** What must not be said near this line, why, and what to say instead. The only warm red on the desk. */
export function ForbiddenPanel({ forbidden }: { forbidden: LineView['forbidden'] }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="never-heading" className="rounded-base bg-never-soft px-3.5 py-2.5 text-note">
      <h2 id="never-heading" className="font-semibold text-never">
        {t('line.never')}
      </h2>
      <ul className="mt-1 flex flex-col gap-2.5">
        {forbidden.map((each) => (
          <li key={each.entryId}>
            <p className="text-body text-ink">
              <q className="font-semibold">{each.phrase}</q>
              <span className="ml-2 text-small text-never">{sayClass(each.forbiddenClass, t)}</span>
            </p>
            <p className="text-ink">
              <span className="text-ink-2">{t('line.instead')}</span>
              {each.rewording}
            </p>
            <p className="text-small text-ink-2">{each.reason}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
