// Output that a person reads through goes to their pager, as git's does; what is said beside it comes after it.

import type { CommandContext } from "./command.ts";
import type { Terminal } from "./terminal.ts";

export interface Paged {
  readonly context: CommandContext;
  /** Shows what was printed. To be called at the end, however that came. */
  readonly show: () => Promise<void>;
}

/** The same context with its output held back for the pager. */
export function paged(context: CommandContext): Paged {
  const { terminal } = context;
  const printed: Uint8Array[] = [];
  const said: string[] = [];
  // Not a copy: reading `stop` is what begins to listen for signals.
  const held: Terminal = Object.assign(Object.create(terminal) as Terminal, {
    out: (text: string | Uint8Array) => void printed.push(typeof text === "string" ? Buffer.from(text) : text),
    // What is said before anything was printed, such as progress, is said at once.
    err: (text: string) => (printed.length === 0 ? terminal.err(text) : void said.push(text)),
  });
  return {
    context: { ...context, terminal: held },
    async show() {
      const text = Buffer.concat(printed.splice(0));
      const pager = text.length === 0 ? "" : await pagerOf(context);
      if (pager === "" || !(await terminal.page(pager, text))) terminal.out(text);
      for (const each of said.splice(0)) terminal.err(each);
    },
  };
}

/** The user's pager, as git would choose it; "" for none. */
async function pagerOf({ terminal, directory }: CommandContext): Promise<string> {
  const { GIT_PAGER, PAGER } = terminal.variables;
  const settings = await settingsAt(directory, terminal);
  const pager =
    settings.get("storytree.pager") ??
    GIT_PAGER ??
    settings.get("core.pager") ??
    PAGER ??
    (isDumb(terminal) ? "" : "less");
  return pager.trim() === "cat" ? "" : pager.trim();
}

async function settingsAt(directory: string, terminal: Terminal): Promise<ReadonlyMap<string, string>> {
  const { findRepository } = await import("../tracker/git/repository.ts");
  const { gitProgram } = await import("../tracker/git/process.ts");
  const { readSettings } = await import("../tracker/git/settings.ts");
  try {
    const repository = findRepository(directory);
    return repository ? await readSettings({ repository, git: gitProgram(terminal.variables) }) : new Map();
  } catch {
    // Whatever is wrong there, the command itself has said it.
    return new Map();
  }
}

function isDumb({ variables }: Terminal): boolean {
  return variables.TERM === undefined || variables.TERM === "dumb";
}
