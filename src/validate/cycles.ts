// Circles in a directed graph: each is found once, beginning at its smallest number.

/** The circles; linear in the size of the graph, however deep it is. */
export function cycles(graph: ReadonlyMap<number, readonly number[]>): readonly (readonly number[])[] {
  const done = new Set<number>();
  const found: (readonly number[])[] = [];
  for (const start of graph.keys()) {
    if (done.has(start)) continue;
    // A walk with a stack of its own: a chain may be longer than the machine's.
    const trail: number[] = [];
    const place = new Map<number, number>();
    const next: number[] = [];
    const enter = (node: number) => {
      place.set(node, trail.length);
      trail.push(node);
      next.push(0);
    };
    enter(start);
    while (trail.length > 0) {
      const node = trail.at(-1) as number;
      const index = next[next.length - 1] as number;
      const target = graph.get(node)?.[index];
      if (target === undefined) {
        done.add(node);
        place.delete(node);
        trail.pop();
        next.pop();
        continue;
      }
      next[next.length - 1] = index + 1;
      const seen = place.get(target);
      if (seen !== undefined) found.push(smallestFirst(trail.slice(seen)));
      else if (!done.has(target) && graph.has(target)) enter(target);
    }
  }
  return found;
}

function smallestFirst(circle: readonly number[]): readonly number[] {
  const start = circle.indexOf(Math.min(...circle));
  return [...circle.slice(start), ...circle.slice(0, start)];
}
