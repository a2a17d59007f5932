/** One entry of a search corpus, generated, written or from outside. */
export interface BenchEntry {
  id: string;
  title: string;
  body: string;
  keywords: string[];
}
