import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface DialogProps {
  title: string;
  description?: string;
  onClose: () => void;
  children: ReactNode;
  /** `side`: a drawer along the right edge. */
  shape?: 'middle' | 'side';
  wide?: boolean;
  /** What lies behind is read along with it: it is not veiled. */
  beside?: boolean;
  /** Nothing in it takes the focus: the sheet itself does, so that arrow keys scroll it. */
  onlyText?: boolean;
  /** Where the focus goes afterwards, when not to where it came from. */
  returnFocus?: () => void;
}

/**
 * A sheet: focus stays inside, Escape closes. A drawer lets the desk's keys through and closes when the focus moves on.
 * The veil is our own element, because Radix's overlay writes a style
 * element that the content security policy refuses.
 */
export function Dialog({
  title,
  description,
  onClose,
  children,
  shape = 'middle',
  wide = false,
  beside = false,
  onlyText = false,
  returnFocus,
}: DialogProps) {
  const { t } = useTranslation();
  const place =
    shape === 'side'
      ? 'right-0 top-0 h-full w-(--aside) max-w-[92vw] border-l border-edge'
      : `left-1/2 top-1/2 max-h-[92vh] -translate-1/2 rounded-large ${wide ? 'w-[52rem]' : 'w-[34rem]'} max-w-[94vw]`;
  return (
    <Radix.Root open modal={shape === 'middle'} onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        {beside ? null : <div className="fixed inset-0 z-40 bg-veil" />}
        <Radix.Content
          {...(shape === 'middle' ? { 'data-modal': '' } : {})}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          className={`fixed z-50 flex flex-col overflow-hidden bg-panel shadow-float ${place}`}
          onCloseAutoFocus={(event) => {
            if (!returnFocus) return;
            event.preventDefault();
            returnFocus();
          }}
          onKeyDown={(event) => {
            // A drawer is one of the columns: the key that opened it leads on.
            if (shape !== 'side' || event.key !== 'F6') return;
            event.preventDefault();
            onClose();
          }}
          onInteractOutside={(event) => shape === 'middle' && event.preventDefault()}
        >
          <div
            className={`flex items-start gap-4 border-b border-edge ${shape === 'side' ? 'px-4.5 py-2' : 'px-6 pt-4 pb-3'}`}
          >
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-head font-semibold">{title}</Radix.Title>
              {description === undefined ? null : (
                <Radix.Description className="text-note text-pretty text-ink-2">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close
              className="-mr-2 rounded-small p-1.5 text-ink-2 hover:bg-hover hover:text-ink"
              aria-label={t('frame.close')}
            >
              <X className="size-[1.125rem]" aria-hidden />
            </Radix.Close>
          </div>
          <div
            {...(onlyText ? { tabIndex: 0, role: 'region', 'aria-label': title } : {})}
            className={`min-h-0 flex-1 overflow-y-auto ${shape === 'side' ? 'scroll-pt-4 scroll-pb-28' : 'px-6 py-5'}`}
          >
            {children}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
