import { useReducer } from 'react';
import { useDeskActions } from '#renderer/app/desk-provider.tsx';
import { freshView, type LibraryAction, type LibraryView, libraryReducer } from './library-view.ts';

/** One view for each person at the desk: whoever signs in next begins afresh. */
const lastViews = new WeakMap<object, LibraryView>();

/** Where this person is in the library; coming back from the desk finds everything as it was left. */
export function useLibraryView(): [LibraryView, (action: LibraryAction) => void] {
  const { dispatch: desk } = useDeskActions();
  return useReducer(
    (view: LibraryView, action: LibraryAction) => {
      const next = libraryReducer(view, action);
      lastViews.set(desk, next);
      return next;
    },
    desk,
    (key) => lastViews.get(key) ?? freshView,
  );
}

/** Leads from anywhere to an entry in the library, with nothing narrowed. */
export function useOpenInLibrary(): (entryId: string) => void {
  const { dispatch } = useDeskActions();
  return (entryId) => {
    lastViews.set(dispatch, libraryReducer(freshView, { type: 'opened', entryId }));
    dispatch({ type: 'wentTo', place: 'library' });
  };
}
