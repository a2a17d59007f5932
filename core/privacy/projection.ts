import { figuresKept } from '#contract/privacy.ts';
import { on, projection } from '../journal/projection.ts';
import { insertKeptFigure } from './kept-figure-repo.ts';

export const privacyProjection = projection('privacy', ['kept_figure'], [on(figuresKept, insertKeptFigure)]);
