import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import { useCurrentPerson } from '#renderer/features/people/use-people.ts';
import { ReleasesBadge } from '#renderer/features/releases/releases-badge.tsx';
import { OrdersBadge } from '#renderer/features/work-orders/orders-badge.tsx';
import { useDeskActions, useDeskPart } from './desk-provider.tsx';
import { placesFor } from './places.ts';
import { useShortcut } from './shortcuts.tsx';

/** The places of the product, down the left edge. */
export function Rail() {
  const { t } = useTranslation();
  const { dispatch, focusSearch } = useDeskActions();
  const place = useDeskPart((state) => state.place);
  const places = placesFor(useCurrentPerson().data?.role);

  useShortcut('goToPlace', ({ digit }) => {
    const place = places[digit - 1];
    if (!place) return false;
    dispatch({ type: 'wentTo', place: place.id });
    if (place.id === 'desk') focusSearch();
    return true;
  });

  return (
    <nav
      aria-label={t('frame.places')}
      className="row-span-2 flex flex-col items-center gap-1 overflow-y-auto border-r border-edge bg-panel py-2 [scrollbar-width:none] tall:py-2.5"
    >
      <BrandMark />
      {places.map(({ id, icon: Icon, foot }) => (
        <button
          key={id}
          type="button"
          aria-current={place === id ? 'page' : undefined}
          onClick={() => dispatch({ type: 'wentTo', place: id })}
          className={clsx(
            'mx-1 flex shrink-0 flex-col items-center gap-0.5 self-stretch rounded-base py-1 text-small tall:py-1.5',
            foot && 'mt-auto',
            place === id ? 'bg-accent-soft font-semibold text-accent' : 'text-ink-2 hover:bg-hover hover:text-ink',
          )}
        >
          <span className="relative">
            <Icon className="size-[1.1875rem]" strokeWidth={1.75} aria-hidden />
            {id === 'orders' ? <OrdersBadge /> : null}
            {id === 'library' ? <ReleasesBadge /> : null}
          </span>
          {t(`frame.place.${id}`)}
        </button>
      ))}
    </nav>
  );
}

/** The product's mark, drawn so that no font can change it. */
function BrandMark() {
  return (
    <svg viewBox="0 0 512 512" className="mb-1 size-8 shrink-0 tall:mb-2 tall:size-9" aria-hidden="true">
      <rect width="512" height="512" rx="140" fill="var(--accent)" />
      <path
        d="M150 146h212a30 30 0 0 1 30 30v140a30 30 0 0 1-30 30H268l-72 62v-62h-46a30 30 0 0 1-30-30V176a30 30 0 0 1 30-30z"
        fill="none"
        stroke="var(--accent-ink)"
        strokeWidth="40"
        strokeLinejoin="round"
      />
      <path d="M196 246h120" stroke="var(--mark)" strokeWidth="36" strokeLinecap="round" />
    </svg>
  );
}
