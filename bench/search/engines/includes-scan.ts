import { type EngineMaker, headAndBody } from './engine.ts';

/** No index at all: every text is asked whether it includes the words. The yardstick for time. */
export const includesScan: EngineMaker = ({ entries }) => {
  const texts = entries.map((entry) => ({
    id: entry.id,
    title: entry.title.toLowerCase(),
    text: headAndBody(entry).toLowerCase(),
  }));
  return {
    find(query, limit) {
      const words = query
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word !== '');
      const found = texts.filter(({ text }) => words.every((word) => text.includes(word)));
      const inTitle = found.filter(({ title }) => words.every((word) => title.includes(word)));
      const titled = new Set(inTitle);
      const rest = found.filter((entry) => !titled.has(entry));
      return [...inTitle, ...rest].slice(0, limit).map(({ id }) => ({ id, near: false }));
    },
  };
};
