// Output that NUL bytes divide, put together again across the chunks it arrives in.

/** Yields batches of records, without their NUL. */
export async function* nulRecords(chunks: AsyncIterable<Buffer>): AsyncIterable<readonly Buffer[]> {
  let rest: Buffer | null = null;
  for await (const chunk of chunks) {
    const data: Buffer = rest === null ? chunk : Buffer.concat([rest, chunk]);
    const records: Buffer[] = [];
    let start = 0;
    for (let end = data.indexOf(0); end !== -1; end = data.indexOf(0, start)) {
      records.push(data.subarray(start, end));
      start = end + 1;
    }
    rest = start < data.length ? data.subarray(start) : null;
    if (records.length > 0) yield records;
  }
  if (rest !== null) yield [rest];
}
