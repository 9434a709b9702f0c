// Numbers for new stories and tasks: eight digits, drawn at random; a task's last three digits equal its story's.

/** Whole numbers from 0 to `below` - 1, evenly; injected, so that tests and simulations can seed it. */
export type RandomBelow = (below: number) => number;

const first = 10_000_000;
const count = 90_000_000;
const attempts = 1_000;

/** A number that `taken` does not know. */
export function drawStoryId(random: RandomBelow, taken: (id: number) => boolean): number {
  return draw(() => first + random(count), taken);
}

/** A number for a task of this story: same last three digits, so that any id is found in one shard. */
export function drawTaskId(random: RandomBelow, story: number, taken: (id: number) => boolean): number {
  const shard = story % 1000;
  return draw(() => first + random(count / 1000) * 1000 + shard, taken);
}

/** Four characters that tell apart comments written in one second. */
export function drawCommentSuffix(random: RandomBelow): string {
  const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
  return Array.from({ length: 4 }, () => letters[random(letters.length)]).join("");
}

function draw(next: () => number, taken: (id: number) => boolean): number {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const id = next();
    if (!taken(id)) return id;
  }
  throw new Error(`no free number in ${attempts} draws: the generator repeats itself`);
}
