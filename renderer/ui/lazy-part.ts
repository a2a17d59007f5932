import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { learnPlaces } from '#renderer/i18n/start-i18n.ts';

/** A place or sheet that is loaded when it is opened first, together with its words. */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    const [part] = await Promise.all([load(), learnPlaces()]);
    return { default: part };
  });
}
