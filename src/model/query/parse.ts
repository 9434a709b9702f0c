// The query language: text to an expression, or to one sentence about where it went wrong. One parser for every place that takes queries.

import { limits } from "../../text/limits.ts";
import { characterAt, type Span } from "../../text/position.ts";
import { quote } from "../../text/quote.ts";
import { compareTerm } from "./compare.ts";
import { fieldHint, valueHint } from "./elsewhere.ts";
import { conditions, newestFirst, possessions, type QueryField, queryFields, sortFields } from "./fields.ts";
import { lex, type QueryToken, type QueryValue } from "./lex.ts";
import type { Expression, Query, QueryProblem, SortKey } from "./query.ts";
import { tokens } from "./tokens.ts";

export interface QueryContext {
  /** Milliseconds since 1970: what relative dates count from. */
  readonly now: number;
  /** Fields that tracker.yaml declares. */
  readonly customFields?: readonly QueryField[];
  /** The stories that open proposals touch; without it nobody has looked for any. */
  readonly proposed?: () => Expression;
  /** What a list, board or watcher stands for; undefined when there is none of that name. Null is any of them. */
  readonly expand?: (field: "list" | "board" | "watcher", name: string | null) => Expression | undefined;
  /** How many terms may still be read, here and in all that they stand for. */
  readonly budget?: { terms: number };
}

export type ParsedQuery =
  | { readonly ok: true; readonly query: Query }
  | { readonly ok: false; readonly problem: QueryProblem };

/** Reads a query; never throws. The empty query means everything. */
export function parseQuery(text: string, context: QueryContext): ParsedQuery {
  const most = limits.queryLength;
  const characters = text.length > most ? [...text] : [];
  if (characters.length > most) {
    const message = `the query has ${characters.length} characters, more than ${most}`;
    const hint = 'ask for less, or keep it as a list of the tracker and ask for "list:NAME"';
    const span = { start: characters.slice(0, most).join("").length, end: text.length };
    return { ok: false, problem: { message, span, at: most + 1, hint } };
  }
  const reader = new Reader(lex(text), text.length, context);
  try {
    const where = reader.everything();
    return { ok: true, query: { where, sort: reader.sort, now: context.now } };
  } catch (problem) {
    if (problem instanceof Wrong)
      return { ok: false, problem: { ...problem.problem, at: characterAt(text, problem.problem.span.start) } };
    throw problem;
  }
}

/** Carries a problem out of the depth of the parser; never leaves this file. */
class Wrong extends Error {
  readonly problem: Omit<QueryProblem, "at">;
  constructor(message: string, span: Span, hint?: string) {
    super(message);
    this.problem = { message, span, ...(hint ? { hint } : {}) };
  }
}

class Reader {
  readonly sort: SortKey[] = [];
  private at = 0;
  private depth = 0;
  private readonly input: readonly QueryToken[];
  private readonly length: number;
  private readonly context: QueryContext;

  constructor(input: readonly QueryToken[], length: number, context: QueryContext) {
    this.input = input;
    this.length = length;
    this.context = context;
  }

  everything(): Expression {
    const unclosed = this.input.find((token) => token.kind === "unclosed");
    if (unclosed) throw new Wrong("a quotation mark is never closed", unclosed.span, 'add a closing "');
    if (this.input.length === 0) return { kind: "all" };
    const where = this.either();
    const rest = this.peek();
    if (rest) throw new Wrong('")" closes nothing', rest.span, 'remove it, or add "(" before it');
    return where;
  }

  private either(): Expression {
    this.depth += 1;
    if (this.depth > limits.nesting) {
      throw new Wrong(
        `the query is nested deeper than ${limits.nesting} levels`,
        this.peek()?.span ?? this.end(),
        flatter,
      );
    }
    const isWhole = this.depth === 1;
    const first = this.peek()?.span;
    const parts = [this.all()];
    const orders: (Span | undefined)[] = parts[0] === null ? [first] : [];
    while (this.peek()?.kind === "or") {
      this.at += 1;
      const start = this.peek()?.span;
      const part = this.all();
      if (part === null) orders.push(start);
      parts.push(part);
    }
    this.depth -= 1;
    // An order finds nothing by itself: beside other terms it stands where it likes, and alone it orders everything.
    if (orders.length > 0 && (parts.length > 1 || !isWhole))
      throw new Wrong(
        parts.length > 1 ? "an order is no alternative" : "an order stands outside of parentheses",
        orders[0] ?? this.end(),
        'put it at the end: "(a OR b) sort:updated"',
      );
    if (parts.length === 1) return parts[0] ?? { kind: "all" };
    return { kind: "or", parts: parts as Expression[] };
  }

  /** Terms side by side; null where they only set the order. */
  private all(): Expression | null {
    const parts: Expression[] = [];
    const start = this.peek();
    let operands = 0;
    for (let next = this.peek(); next && next.kind !== ")" && next.kind !== "or"; next = this.peek()) {
      if (next.kind === "and") {
        this.at += 1;
        const after = this.peek();
        if (operands === 0 || !after || after.kind === ")" || after.kind === "or" || after.kind === "and") {
          throw new Wrong(
            "AND needs a term on both sides",
            next.span,
            "terms that stand side by side are joined by AND anyway",
          );
        }
        continue;
      }
      const part = this.one();
      operands += 1;
      if (part) parts.push(part);
    }
    if (operands === 0) {
      const where = start ?? this.input[this.at - 1];
      throw new Wrong(
        "a term is missing here",
        where?.span ?? this.end(),
        'such as "status:active" or a word to look for',
      );
    }
    if (parts.length === 0) return null;
    return parts.length === 1 ? (parts[0] as Expression) : { kind: "and", parts };
  }

  /** One term; null for one that only sets the order. */
  private one(): Expression | null {
    const token = this.input[this.at] as QueryToken;
    this.at += 1;
    switch (token.kind) {
      case "not": {
        const next = this.peek();
        if (!next || next.kind === ")" || next.kind === "or" || next.kind === "and") {
          throw new Wrong("there is nothing behind the minus or NOT", token.span, 'such as "-status:merged"');
        }
        if (next.kind === "term" && next.field === "sort")
          throw new Wrong("an order cannot be negated", next.span, 'write "sort:updated-asc"');
        this.depth += 1;
        if (this.depth > limits.nesting)
          throw new Wrong(`the query is nested deeper than ${limits.nesting} levels`, token.span, flatter);
        const part = this.one();
        this.depth -= 1;
        return part && { kind: "not", part };
      }
      case "(": {
        const inner = this.either();
        if (this.peek()?.kind !== ")") throw new Wrong('"(" is never closed', token.span, 'add ")"');
        this.at += 1;
        return inner;
      }
      case "word":
        this.spend(1);
        return this.text(token);
      case "term":
        this.spend(token.values.length);
        return this.term(token);
      default:
        throw new Wrong("a term is expected here", token.span, 'such as "status:active" or a word to look for');
    }
  }

  private text(token: Extract<QueryToken, { kind: "word" }>): Expression {
    const star = token.quoted ? -1 : token.text.indexOf("*");
    // Left out in silence it would find what nobody asked for.
    if (star !== -1)
      throw new Wrong(
        '"*" stands at the end of a word only',
        { start: token.span.start + star, end: token.span.start + star + 1 },
        "put the word in quotes to look for it as it stands",
      );
    const words = tokens(token.text);
    if (words.length > 0) return { kind: "text", words, prefix: token.prefix };
    const shown = token.prefix ? `${token.text}*` : token.text;
    throw new Wrong(
      `${quote(shown)} holds no letter or digit to look for`,
      token.span,
      token.text === "-" ? "a minus stands right before what it negates" : "leave it out",
    );
  }

  private term(token: Extract<QueryToken, { kind: "term" }>): Expression | null {
    const { field: name, values } = token;
    const beginning = values.find(({ prefix }) => prefix);
    if (beginning && wholeOnly.includes(name))
      throw new Wrong(`"${name}:" takes whole values only`, beginning.span, "leave the star out");
    if (name === "sort") {
      for (const value of values) this.sort.push(sortKey(value.text, value.span));
      return null;
    }
    const parts = values.map((value): Expression => {
      if (value.text === "" && !value.quoted && values.length > 1)
        throw new Wrong("a value is missing beside a comma", value.span, "leave the comma out");
      if (value.text === "" && !value.quoted) {
        throw new Wrong(
          `"${name}:" has no value`,
          token.span,
          'a field stands before its value without a blank: "status:active"',
        );
      }
      if (name === "is") {
        const what = oneOf("is", value, Object.keys(conditions));
        // What is being prepared here is in the index; what others have proposed somebody has to look for.
        const others = what === "proposed" ? this.context.proposed?.() : undefined;
        return others ? { kind: "or", parts: [{ kind: "is", what }, others] } : { kind: "is", what };
      }
      if (name === "has") return { kind: "has", what: oneOf("has", value, Object.keys(possessions)) };
      return this.field(token, value);
    });
    return parts.length === 1 ? (parts[0] as Expression) : { kind: "or", parts };
  }

  private field(token: Extract<QueryToken, { kind: "term" }>, value: QueryValue): Expression {
    const known = [...queryFields, ...(this.context.customFields ?? [])];
    // What a tracker declares comes after what every tracker has.
    const field = known.findLast(({ name }) => name === token.field);
    if (!field) {
      const hint = fieldHint(token.field, value.text, [...known.map(({ name }) => name), "is", "has", "sort"]);
      throw new Wrong(`${quote(token.field)} is not a field`, token.fieldSpan, hint);
    }
    const isNone = value.text === "none" && !value.quoted;
    if (field.name === "list" || field.name === "board" || field.name === "watcher") {
      const meaning = this.context.expand?.(field.name, isNone ? null : value.text);
      if (this.context.budget && this.context.budget.terms < 0)
        throw new Wrong(
          `${quote(`${token.field}:${value.text}`)} stands for too much`,
          value.span,
          `lists, boards and watches come to ${limits.queryTerms} terms at most, and name each other ${limits.nesting} deep`,
        );
      if (meaning) return isNone ? { kind: "not", part: meaning } : meaning;
      const [kind, folder] = field.name === "watcher" ? ["person", "people"] : [field.name, `${field.name}s`];
      throw new Wrong(`there is no ${kind} ${quote(value.text)}`, value.span, `each is a file in ${folder}/`);
    }
    if (isNone) return { kind: "none", field: field.name };
    const compared = compareTerm(field, value, this.context.now);
    if ("message" in compared) throw new Wrong(compared.message, value.span, compared.hint);
    return compared;
  }

  private spend(terms: number): void {
    if (this.context.budget) this.context.budget.terms -= terms;
  }

  private peek(): QueryToken | undefined {
    return this.input[this.at];
  }

  private end(): Span {
    return { start: this.length, end: this.length };
  }
}

const flatter = "terms that stand side by side, or are joined by OR, need no parentheses";

/** Words that a query knows, and names of what it stands for. */
const wholeOnly: readonly string[] = ["is", "has", "sort", "list", "board", "watcher"];

function oneOf(name: string, value: { text: string; span: Span }, known: readonly string[]): string {
  if (known.includes(value.text)) return value.text;
  const message = `${quote(value.text)} is not something that "${name}:" knows`;
  throw new Wrong(message, value.span, valueHint(name, value.text, known));
}

function sortKey(text: string, span: Span): SortKey {
  const match = /^(.*?)(?:-(asc|desc))?$/.exec(text);
  const field = match?.[1] ?? "";
  if (field === "relevance" || sortFields.includes(field)) {
    const descending = match?.[2] ? match[2] === "desc" : newestFirst.includes(field);
    return { field, descending };
  }
  throw new Wrong(`${quote(text)} is not an order`, span, valueHint("sort", field, ["relevance", ...sortFields]));
}
