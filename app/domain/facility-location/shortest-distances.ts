/**
 * The length of the shortest way between any two nodes (Floyd and Warshall); 0 from a node to itself, Infinity where there is none.
 * @example shortestDistances(Float64Array.from([Infinity, 3, 3, Infinity]), 2) // 0 3 3 0
 */
export function shortestDistances(lengths: Float64Array, nodes: number): Float64Array {
  const distance = Float64Array.from(lengths);
  for (let node = 0; node < nodes; node += 1) distance[node * nodes + node] = 0;
  for (let via = 0; via < nodes; via += 1) {
    const onward = via * nodes;
    for (let from = 0; from < nodes; from += 1) {
      const first = distance[from * nodes + via]!;
      if (first === Infinity) continue;
      const row = from * nodes;
      for (let to = 0; to < nodes; to += 1) {
        const length = first + distance[onward + to]!;
        if (length < distance[row + to]!) distance[row + to] = length;
      }
    }
  }
  return distance;
}
