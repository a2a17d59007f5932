import type { TFunction } from 'i18next';
import type { ErrorCode } from '#contract/errors.ts';
import type { Notice } from '#renderer/ui/notice.tsx';

/** What happened, what was kept and what to do next, for every error code. */
export function explainFailure(code: ErrorCode, t: TFunction): { what: string; kept: string; next: string } {
  return { what: t(`errors.${code}.what`), kept: t(`errors.${code}.kept`), next: t(`errors.${code}.next`) };
}

/** What happened and what to do next, as one text. */
export function failureText(code: ErrorCode, t: TFunction): string {
  const { what, next } = explainFailure(code, t);
  return t('frame.whatNext', { what, next });
}

/** The same as a notice at the foot of the window. */
export function failureNotice(code: ErrorCode, t: TFunction): Notice {
  const { what, kept, next } = explainFailure(code, t);
  return { tone: 'problem', title: what, detail: t('frame.keptNext', { kept, next }) };
}
