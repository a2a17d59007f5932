import { cleanup, configure, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { count } from '#tests/counts.ts';
import { scriptTexts } from '#tests/faults/fuzz/script-texts.ts';
import { hitOf } from './fake-core.ts';
import { openDesk } from './open-desk.tsx';
import { sampleLine, samplePeople, sampleStatus } from './sample-desk.ts';

// Waits for what is to come, however busy the machine is.
configure({ asyncUtilTimeout: 30_000 });

const ACTIVE = 'script, iframe, object, embed, base, meta[http-equiv], math, img, video, form[action]';

/** What of the page a browser would run or fetch because of a text. */
function activeParts(): string[] {
  const elements = [...document.body.querySelectorAll('*')];
  const handlers = elements.flatMap((element) =>
    [...element.attributes]
      .filter(({ name, value }) => name.startsWith('on') || /^\s*(java\s*script|data|vbscript):/i.test(value))
      .filter(
        ({ name, value }) =>
          name.startsWith('on') || ['href', 'src', 'xlink:href', 'action'].includes(name) || value.includes('xss'),
      )
      .map(({ name, value }) => `${element.tagName} ${name}=${value}`),
  );
  return [...handlers, ...[...document.body.querySelectorAll(ACTIVE)].map(({ outerHTML }) => outerHTML.slice(0, 200))];
}

it(
  'whatever stands in a line, a hit, a name or a place is shown as text and nothing of it runs',
  async () => {
    for (const text of scriptTexts(count('scriptTexts'))) {
      const line = {
        ...sampleLine('a/first', text, [text.slice(0, 60)]),
        packTitle: text,
        sceneLabel: text,
        owner: text,
        changeNote: text,
      };
      const desk = await openDesk((core) => {
        core.person = { ...(samplePeople[0] as (typeof samplePeople)[number]), name: text };
        core.status = { ...sampleStatus, dataDir: text, release: { version: text, releaseHash: text, entries: 1 } };
        core.lines = [line, sampleLine('a/second', text)];
        core.hits = () =>
          core.lines.map((each) =>
            hitOf(each, { excerpt: text, titleMarks: [[0, 3]], excerptMarks: [[1, 2]], near: false }),
          );
      });
      desk.type(text.slice(0, 100));
      await waitFor(() => expect(desk.core.calls.get('library.search')).toBe(1));
      await waitFor(() => expect(screen.getAllByRole('option').length).toBeGreaterThan(1));
      expect(activeParts(), text).toEqual([]);
      expect((window as unknown as { ran?: boolean }).ran).toBeUndefined();
      // It is there, as text.
      expect(document.body.textContent).toContain(text.trim().slice(0, 12));
      cleanup();
    }
  },
  60_000 + count('scriptTexts') * 5_000,
);
