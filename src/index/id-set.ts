// A set of numbers of stories and tasks that is asked millions of times: open addressing in one array.

export interface IdSet {
  add(id: number): void;
  has(id: number): boolean;
}

/** With room for at most so many; 0 is never in it. */
export function idSet(most: number): IdSet {
  let size = 16;
  while (size < 2 * most) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size);
  const slotOf = (id: number) => {
    let slot = Math.imul(id, 0x9e3779b1) >>> 7;
    for (slot &= mask; slots[slot] !== 0 && slots[slot] !== id; ) slot = (slot + 1) & mask;
    return slot;
  };
  return {
    add(id) {
      if (id !== 0) slots[slotOf(id)] = id;
    },
    has: (id) => id !== 0 && slots[slotOf(id)] === id,
  };
}
