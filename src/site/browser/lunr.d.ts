// What the search script uses of lunr, which brings no types.

declare module "lunr" {
  interface Clause {
    readonly fields?: readonly string[];
    readonly boost?: number;
    readonly usePipeline?: boolean;
  }
  interface Query {
    term(term: string, clause: Clause): void;
  }
  interface Result {
    readonly ref: string;
    readonly score: number;
  }
  class Index {
    constructor(attributes: {
      readonly invertedIndex: object;
      readonly fieldVectors: object;
      readonly tokenSet: object;
      readonly fields: readonly string[];
      readonly pipeline: object;
    });
    query(build: (query: Query) => void): readonly Result[];
  }
  class Vector {
    constructor(elements: number[]);
  }
  class Pipeline {}
  const TokenSet: { fromArray(words: readonly string[]): object };
  const lunr: { Index: typeof Index; Vector: typeof Vector; TokenSet: typeof TokenSet; Pipeline: typeof Pipeline };
  export default lunr;
}
