// The YAML language server as an editor runs it: a process spoken to over its standard streams, with the editor's settings.

import { type ChildProcessByStdio, spawn } from "node:child_process";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { pathToFileURL } from "node:url";
import { projectRoot } from "./folder.ts";

export interface Finding {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

export interface Editor {
  /** Opens a file of the workspace with this text, and waits for what the server has against it. */
  readonly open: (path: string, text: string) => Promise<readonly Finding[]>;
  /** The completions at a place of an opened file, by label. */
  readonly complete: (path: string, line: number, character: number) => Promise<readonly string[]>;
  /** What the server shows of a place, as Markdown. */
  readonly hover: (path: string, line: number, character: number) => Promise<string>;
  readonly close: () => Promise<void>;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: {
    readonly uri?: string;
    readonly items?: readonly { readonly section?: string }[];
    readonly diagnostics?: readonly Finding[];
  };
  readonly result?: unknown;
}

/** An editor on a folder; `settings` are what the folder's settings.json says. */
export async function openEditor(folder: string, settings: Readonly<Record<string, unknown>>): Promise<Editor> {
  const bin = join(projectRoot, "node_modules", "yaml-language-server", "bin", "yaml-language-server");
  const child = spawn(process.execPath, [bin, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
  const answers = new Map<number, (result: unknown) => void>();
  const findings = new Map<string, (found: readonly Finding[]) => void>();
  const send = (message: object) => write(child, message);
  listen(child.stdout, (message) => {
    if (message.method === "workspace/configuration") {
      const result = message.params?.items?.map(({ section = "" }) => sectionOf(settings, section));
      send({ id: message.id, result });
    } else if (message.method && message.id !== undefined) send({ id: message.id, result: null });
    else if (message.method === "textDocument/publishDiagnostics") {
      findings.get(message.params?.uri ?? "")?.(message.params?.diagnostics ?? []);
    } else if (message.id !== undefined) answers.get(message.id)?.(message.result);
  });
  let last = 0;
  const ask = (method: string, params: unknown) =>
    new Promise<unknown>((resolve) => {
      last += 1;
      answers.set(last, resolve);
      send({ id: last, method, params });
    });
  const rootUri = pathToFileURL(folder).href;
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
  const at = (path: string, line: number, character: number) => ({
    textDocument: { uri: uriOf(path) },
    position: { line, character },
  });
  await ask("initialize", {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: "tracker" }],
    capabilities: { workspace: { configuration: true, workspaceFolders: true } },
  });
  send({ method: "initialized", params: {} });
  return {
    open: (path, text) =>
      new Promise((resolve) => {
        findings.set(uriOf(path), resolve);
        const textDocument = { uri: uriOf(path), languageId: "yaml", version: 1, text };
        send({ method: "textDocument/didOpen", params: { textDocument } });
      }),
    async complete(path, line, character) {
      const result = (await ask("textDocument/completion", at(path, line, character))) as {
        items: { label: string }[];
      };
      return result.items.map((item) => item.label);
    },
    async hover(path, line, character) {
      const result = (await ask("textDocument/hover", at(path, line, character))) as {
        contents: { value: string };
      } | null;
      return result?.contents.value ?? "";
    },
    async close() {
      const ended = new Promise((resolve) => child.on("exit", resolve));
      await ask("shutdown", null);
      send({ method: "exit" });
      await ended;
    },
  };
}

/** A section of settings that are written with dotted keys, as an editor hands it over. No schema is fetched from anywhere. */
function sectionOf(settings: Readonly<Record<string, unknown>>, section: string): Readonly<Record<string, unknown>> {
  const inside = Object.entries(settings).filter(([key]) => key.startsWith(`${section}.`));
  const values = Object.fromEntries(inside.map(([key, value]) => [key.slice(section.length + 1), value]));
  return section === "yaml"
    ? { ...values, validate: true, completion: true, hover: true, schemaStore: { enable: false } }
    : values;
}

function write(child: ChildProcessByStdio<Writable, Readable, null>, message: object): void {
  const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
  child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
  child.stdin.write(body);
}

function listen(stream: Readable, take: (message: Message) => void): void {
  let rest = Buffer.alloc(0);
  stream.on("data", (part: Buffer) => {
    rest = Buffer.concat([rest, part]);
    for (;;) {
      const head = rest.indexOf("\r\n\r\n");
      if (head === -1) return;
      const length = Number(/Content-Length: (\d+)/i.exec(rest.toString("latin1", 0, head))?.[1]);
      if (rest.length < head + 4 + length) return;
      take(JSON.parse(rest.toString("utf8", head + 4, head + 4 + length)) as Message);
      rest = rest.subarray(head + 4 + length);
    }
  });
}
