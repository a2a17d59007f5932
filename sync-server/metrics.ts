const NAMES = {
  requests: 'Requests answered, by status class',
  events_stored: 'Journal events stored',
  events_quarantined: 'Journal events set aside',
  rate_limited: 'Requests turned away because the caller sent too many',
  sent_away: 'Requests sent away with a time to come back, because too many came at once',
} as const;
type Counter = keyof typeof NAMES;

/** Counts without anybody's data in them, in the text format that Prometheus reads. */
export interface Metrics {
  count(name: Counter, by?: number, label?: string): void;
  text(): string;
}

export function createMetrics(): Metrics {
  const counts = new Map<string, number>();
  return {
    count(name, by = 1, label = '') {
      const key = `counterpart_${name}_total${label}`;
      counts.set(key, (counts.get(key) ?? 0) + by);
    },
    text() {
      const lines = Object.entries(NAMES).flatMap(([name, help]) => {
        const full = `counterpart_${name}_total`;
        const own = [...counts].filter(([key]) => key === full || key.startsWith(`${full}{`));
        return [`# HELP ${full} ${help}`, `# TYPE ${full} counter`, ...own.map(([key, value]) => `${key} ${value}`)];
      });
      return `${lines.join('\n')}\n`;
    },
  };
}
