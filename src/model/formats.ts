// The formats of the schemas that code must check, by name: the generated checkers take them from here.

import { isDay, isInstant } from "./instant.ts";

export const formats = { instant: isInstant, day: isDay };
