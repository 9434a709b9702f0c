// Every limit of the format and the tool (its table lives on the lowest floor, whose readers need it).
export { limits } from "../text/limits.ts";
