// How much of the slowest tests is run: all of it in `npm run test:slow`, the part that finds most in CI.

export const isThorough = process.env.STORYTREE_THOROUGH === "1";
