// Counts and durations for Prometheus, in its text form.

export interface Metrics {
  request(status: number, milliseconds: number, cached: boolean): void;
  refused(): void;
  text(gauges: Readonly<Record<string, { readonly help: string; readonly value: number }>>): string;
}

/** Seconds. */
const bounds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export const metricsType = "text/plain; version=0.0.4; charset=utf-8";

export function metrics(): Metrics {
  const byStatus = new Map<number, number>();
  const buckets = bounds.map(() => 0);
  let [sum, count, hits, refusals] = [0, 0, 0, 0];
  return {
    request(status, milliseconds, cached) {
      byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
      count += 1;
      sum += milliseconds / 1000;
      if (cached) hits += 1;
      const bucket = bounds.findIndex((bound) => milliseconds / 1000 <= bound);
      if (bucket !== -1) buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    },
    refused: () => {
      refusals += 1;
    },
    text(gauges) {
      const lines = [
        ...heading("storytree_requests_total", "counter", "Requests answered, by status."),
        ...[...byStatus].sort().map(([status, n]) => `storytree_requests_total{status="${status}"} ${n}`),
        ...heading("storytree_cache_hits_total", "counter", "Requests answered from the byte cache."),
        `storytree_cache_hits_total ${hits}`,
        ...heading("storytree_refused_connections_total", "counter", "Connections that never became a request."),
        `storytree_refused_connections_total ${refusals}`,
        ...heading("storytree_request_seconds", "histogram", "How long answers took."),
      ];
      let below = 0;
      for (const [at, bound] of bounds.entries()) {
        below += buckets[at] ?? 0;
        lines.push(`storytree_request_seconds_bucket{le="${bound}"} ${below}`);
      }
      lines.push(`storytree_request_seconds_bucket{le="+Inf"} ${count}`);
      lines.push(`storytree_request_seconds_sum ${sum.toFixed(6)}`, `storytree_request_seconds_count ${count}`);
      for (const [name, { help, value }] of Object.entries(gauges))
        lines.push(...heading(`storytree_${name}`, "gauge", help), `storytree_${name} ${value}`);
      return `${lines.join("\n")}\n`;
    },
  };
}

function heading(name: string, type: string, help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}
