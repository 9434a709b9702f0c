// An address and what a client reads, to the bytes that answer it: finished before, being finished for somebody else, or made now.

import { addressOf, type Refused } from "./address.ts";
import type { Answer, AnswerSource } from "./answer.ts";
import { prefersJson } from "./api-answers.ts";
import { type ByteCache, byteCache, type Made } from "./byte-cache.ts";
import { type Encoding, encodingOf, type Representation, representationOf } from "./representation.ts";
import type { Spool } from "./spool.ts";

/** Which of an address's representations somebody wants. */
export interface Variant {
  readonly encoding: Encoding;
  /** Where something goes wrong. */
  readonly prefersJson: boolean;
}

type Headers = Readonly<Record<string, string | string[] | undefined>> & { readonly accept?: string | undefined };

export function variantOf(headers: Headers): Variant {
  return { encoding: encodingOf(headers["accept-encoding"]), prefersJson: prefersJson(headers.accept) };
}

export interface Finisher {
  readonly cache: ByteCache;
  /** Finished bytes, of what was seen last; undefined as well when nobody has looked for long, for then somebody has to. */
  ready(url: string, variant: Variant): Representation | undefined;
  /** The same once it is made. With an `authorization` it is made for this client alone. */
  make(url: string, variant: Variant, authorization?: string): Promise<Representation | Refused>;
}

const queueLength = 8;

/** `room`: bytes of finished answers that are kept. */
export function finisher(source: AnswerSource, spool: Spool, room: number): Finisher {
  const cache = byteCache(room);
  const keyOf = (url: string, { encoding, prefersJson }: Variant) => `${encoding} ${url}${prefersJson ? " json" : ""}`;
  return {
    cache,
    ready(url, variant) {
      const found = cache.get(keyOf(url, variant), source.seen);
      // Somebody has to look whether that is still so; nobody waits for it, unless nobody has looked for long.
      return found && source.isFresh() ? found : undefined;
    },
    async make(url, variant, authorization) {
      const { encoding } = variant;
      const address = addressOf(url);
      if ("status" in address) return address;
      const asking = { ...address, person: personOf(authorization), prefersJson: variant.prefersJson };
      const version = await source.version();
      const inFile = encoding === "identity" ? "identity" : "gzip";
      const spooled = await spool.find(url, version)?.catch(() => undefined);
      if (spooled) return spooled[inFile];
      const made = async (answer: Answer, isKept: boolean): Promise<Made> => ({
        representation: await representationOf(
          answer as Answer & { body: string | Uint8Array },
          encoding,
          source.modified,
        ),
        isKept,
      });
      const problem = async (status: number, sentence: string) =>
        made(await source.problem(status, sentence, asking), false);
      const make = async (): Promise<Made> => {
        const answer = await source.answer(asking);
        if (!answer) return problem(404, "there is nothing at this address");
        if (!isLong(answer)) return made(answer, [200, 301].includes(answer.status) && !answer.isPersonal);
        if (spool.busy >= queueLength) return problem(503, "too many long answers are being written: try again soon");
        const both = await spool.write(url, version, answer, source.modified);
        return { representation: both[inFile], isKept: false };
      };
      // What depends on who asks is nobody else's.
      if (authorization !== undefined) return (await make()).representation;
      return cache.getOrMake(keyOf(url, variant), version, make);
    },
  };
}

function isLong(answer: Answer): answer is Answer & { readonly body: AsyncIterable<string> } {
  return typeof answer.body === "object" && !(answer.body instanceof Uint8Array);
}

/** A token is a person's name here: it chooses a view of what is public anyway. */
function personOf(authorization: string | undefined): string | null {
  return /^Bearer ([a-z0-9][a-z0-9._-]{0,99})$/.exec(authorization ?? "")?.[1] ?? null;
}
