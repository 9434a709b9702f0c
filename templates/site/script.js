// What the pages do more when scripts run: relative times, keys, and search on a site without a server. Nothing needs it.

const root = document.body.dataset.root;

// A plain file server answers no query: then the stories are searched here, and the page says what was.
let worker;
let index;
let asked = 0;
// A worker takes longer to start than what every search begins with takes to come: that is asked for here.
async function sendAhead(path) {
  const found = await fetch(root + path, { cache: "no-cache" }).catch(() => undefined);
  const file = found?.ok ? await found.arrayBuffer().catch(() => null) : null;
  const bytes = performance.getEntriesByName(found?.url).at(-1)?.encodedBodySize || file?.byteLength;
  worker.postMessage({ path, file, bytes }, file ? [file] : []);
}
function ask(question, ahead = []) {
  try {
    worker ??= new Worker(`${root}search-worker.js`);
  } catch {
    // A page that was opened as a file may not start one.
    return Promise.resolve({ failed: true });
  }
  asked += 1;
  const id = asked;
  return new Promise((resolve) => {
    const listen = ({ data }) => {
      if (data.id !== id) return;
      worker.removeEventListener("message", listen);
      resolve(data);
    };
    worker.addEventListener("message", listen);
    worker.addEventListener("error", () => resolve({ failed: true }), { once: true });
    for (const path of ahead) sendAhead(path);
    // It comes while the worker starts.
    index ??= fetch(`${root}search/index.json`, { cache: "no-cache" }).then((response) => response.json());
    index.then(
      (all) => worker.postMessage({ id, now: Date.now(), index: all, ahead, ...question }),
      () => {
        index = undefined;
        resolve({ failed: true });
      },
    );
  });
}

// So many rows are shown at first, and with each wish for more.
const rowsAtOnce = 100;
const answer = document.querySelector("#answer:not([data-answered])");
const params = new URLSearchParams(location.search);
const query = params.get("q")?.trim();
let narrow = params.has("narrow");
// Closed stories as well: what is asked from here on is asked of as many.
let all = params.has("all");
const addressOf = (query) => `?q=${encodeURIComponent(query)}${all ? "&all" : ""}`;
// Whoever asks waits for it: everything else comes after it has begun.
let begun =
  answer && query ? ask({ query, most: rowsAtOnce, narrow, all }, answer.dataset.ahead?.split(" ")) : undefined;

const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

const units = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];
// Intl.RelativeTimeFormat knows these words too, but takes longer to make than all the rest of a page's script.
function relative(count, unit) {
  if (unit === "day" && Math.abs(count) === 1) return count < 0 ? "yesterday" : "tomorrow";
  if (count === 0) return `this ${unit}`;
  const many = `${Math.abs(count)} ${unit}${Math.abs(count) === 1 ? "" : "s"}`;
  return count < 0 ? `${many} ago` : `in ${many}`;
}

const told = [];
function tellTimes(scope) {
  for (const time of scope.querySelectorAll("time")) {
    const day = time.dateTime.length === 10;
    const seconds = (Date.parse(time.dateTime) - Date.now()) / 1000;
    if (Number.isNaN(seconds)) continue;
    const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ["minute", 60];
    // A day ends when it is over.
    if (seconds < -86_400 && time.closest(".due")) time.after(make("span", { className: "p-high" }, " · overdue"));
    if (day && length < 86_400) continue;
    // Where everything is years old, or somebody plans by it, the day itself is what counts.
    if (time.closest(".page-archive, .page-archive-part")) continue;
    const absolute = time.textContent;
    const words = relative(Math.round(seconds / length), unit);
    // Of what is long ago the day says more than the years.
    const isFar = Math.abs(seconds) > 30 * 86_400;
    time.title = time.dateTime.replace("T", " ").replace(/(?::\d\d)?Z$/, " UTC");
    time.textContent = day ? `${absolute}, ${words}` : isFar ? absolute.slice(0, 10) : words;
    told.push([time, absolute, time.textContent]);
  }
}
tellTimes(document);
// "Yesterday" is soon wrong on paper, where nothing unfolds either.
let unfolded = [];
addEventListener("beforeprint", () => {
  for (const [time, absolute] of told) time.textContent = absolute;
  unfolded = [...document.querySelectorAll("main details:not([open], .help)")];
  for (const details of unfolded) details.open = true;
});
addEventListener("afterprint", () => {
  for (const [time, , words] of told) time.textContent = words;
  for (const details of unfolded) details.open = false;
});

// On a narrow screen the page's own place in the navigation may lie beyond the edge.
const here = document.querySelector("header.site nav [aria-current]");
if (here) here.closest("ul").scrollLeft = here.offsetLeft - 20;

// "/" looks for something, "j" and "k" walk through the rows, "?" says so.
let chosen = -1;
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (/^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) {
    // Out of a search, to where these keys are keys.
    if (event.key === "Escape" && event.target.type === "search") {
      event.preventDefault();
      event.target.blur();
    }
    return;
  }
  if (event.key === "/") {
    event.preventDefault();
    document.querySelector("#q, #find")?.focus();
  } else if (event.key === "?") help();
  else if (event.key === "j" || event.key === "k") {
    const stops =
      "table.rows tbody tr, .tasks > details > summary, .stream [id]:is(.comment, .event), .deck > li, ol.history > li";
    const rows = [...document.querySelectorAll(stops)].filter((row) => row.checkVisibility?.() ?? row.offsetParent);
    if (rows.length === 0) return;
    rows[chosen]?.classList.remove("chosen");
    // From where the reader is, however they came there.
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    if (at !== -1) chosen = at;
    chosen = Math.max(0, Math.min(rows.length - 1, chosen + (event.key === "j" ? 1 : -1)));
    rows[chosen].classList.add("chosen");
    (rows[chosen].querySelector("td.c-title a, .when a, a") ?? rows[chosen]).focus();
    rows[chosen].scrollIntoView({ block: "nearest" });
  }
});

function help() {
  let dialog = document.querySelector("dialog.keys");
  if (!dialog) {
    const keys = [
      ["/", "search"],
      ["j", "next row"],
      ["k", "previous row"],
      ["Enter", "open it"],
      ["?", "these keys"],
      ["Esc", "leave a search, close this"],
    ];
    const list = make(
      "dl",
      {},
      ...keys.flatMap(([key, what]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, what)]),
    );
    const close = make("button", { type: "button", onclick: () => dialog.close() }, "Close");
    dialog = make("dialog", { className: "keys" }, make("h2", {}, "Keys"), list, close);
    dialog.setAttribute("aria-label", "Keys");
    document.body.append(dialog);
  }
  if (!dialog.open) dialog.showModal();
}

// Many tasks: only those of some statuses, or with some words.
const tasks = document.querySelector(".tasks[data-filter]");
if (tasks) {
  const rows = [...tasks.querySelectorAll("tr[data-status]")];
  // As they stand above, in the order in which work goes.
  const statuses = [...tasks.querySelectorAll("h2 .tally .status")].map((status) => status.textContent);
  const groups = [...tasks.querySelectorAll(":scope > details")];
  const words = make("input", { type: "search", placeholder: "Filter tasks", ariaLabel: "Filter tasks" });
  const boxes = statuses.map((status) => make("input", { type: "checkbox", checked: true, value: status }));
  const count = make("span", { className: "meta", role: "status" });
  const all = make("button", { type: "button", className: "quiet" });
  const say = () => {
    all.textContent = groups.every((group) => group.open) ? "Fold all" : "Open all";
  };
  // Which were open before anything was filtered.
  let before;
  const show = () => {
    const shown = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const text = words.value.trim().toLowerCase();
    const isFiltered = text !== "" || shown.size < boxes.length;
    if (isFiltered) before ??= groups.map((group) => group.open);
    let visible = 0;
    groups.forEach((group, at) => {
      const summary = group.firstElementChild;
      const own = [...group.querySelectorAll("tr[data-status]")];
      // Its name alone: what is counted beside it is not looked for.
      const name = summary.firstElementChild.textContent;
      for (const row of own)
        row.hidden = !(shown.has(row.dataset.status) && `${name} ${row.textContent}`.toLowerCase().includes(text));
      const left = own.filter((row) => !row.hidden).length;
      summary.querySelector(".left")?.remove();
      if (left < own.length)
        summary.append(make("span", { className: "meta left" }, ` · ${left} of ${own.length} shown`));
      group.hidden = left === 0;
      if (isFiltered) group.open = left > 0;
      else if (before) group.open = before[at];
      visible += left;
    });
    if (!isFiltered) before = undefined;
    count.textContent = isFiltered ? (visible === 0 ? "No task fits" : `${visible} of ${rows.length}`) : "";
    say();
  };
  const showAll = () => {
    words.value = "";
    for (const box of boxes) box.checked = true;
    show();
  };
  words.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || words.value === "") return;
    // First what is written goes, then the reader.
    event.preventDefault();
    event.stopPropagation();
    words.value = "";
    show();
  });
  all.addEventListener("click", () => {
    const isOpen = groups.every((group) => group.open);
    for (const group of groups) group.open = !isOpen;
    say();
  });
  for (const group of groups) group.addEventListener("toggle", say);
  // A link may lead to a task that is not shown.
  addEventListener("hashchange", () => {
    if (document.getElementById(location.hash.slice(1))?.closest("[hidden]")) showAll();
  });
  const labels = boxes.map((box) => make("label", {}, box, box.value));
  const bar = make("div", { className: "filters" }, words, ...labels, ...(groups.length > 1 ? [all] : []), count);
  bar.addEventListener("input", show);
  say();
  tasks.querySelector("h2").after(bar);
}

// What is wider than its place is reached by keys: not every browser sees to that itself.
const reach = () => {
  for (const box of document.querySelectorAll("pre, .prose table"))
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
};
addEventListener("resize", reach);
reach();

// A card in a lane beyond the edge comes into sight with the keys that reach it; browsers move only the lane.
document.querySelector(".lanes")?.addEventListener("focusin", ({ target }) => {
  if (target.matches(":focus-visible"))
    target.closest(".card")?.scrollIntoView({ block: "nearest", inline: "nearest" });
});

// What is folded away opens when an address leads into it.
const unfold = () => {
  const target = document.getElementById(location.hash.slice(1));
  const folded = target?.closest("details:not([open])");
  if (folded) {
    folded.open = true;
    target.scrollIntoView();
  }
};
addEventListener("hashchange", unfold);
unfold();

// StoryBoard's addresses stand behind a "#!": no server ever saw them.
const story = /^#!\/story\/([1-9]\d{0,7})$/.exec(location.hash)?.[1];
if (story)
  fetch(`${root}story/${story}.html`, { method: "HEAD" }).then(
    (response) => location.replace(response.ok ? response.url : `${root}stories/${story}.html`),
    () => location.replace(`${root}stories/${story}.html`),
  );

// A number alone is that of a story, if there is one.
const number = begun && /^#?([1-9]\d{0,7})$/.exec(query)?.[1];
if (number)
  fetch(`${root}stories/${number}.html`, { method: "HEAD" }).then(
    (response) => response.ok && location.replace(response.url),
    () => {},
  );

if (begun) {
  document.querySelector("#q").value = query;
  document.title = document.title.replace(/^Search/, () => `Search: ${query}`);
  find(false);
}

async function find(everything, most = rowsAtOnce) {
  // What stands below comes back once it is known where: nothing moves away from under its reader.
  const below = document.querySelectorAll("#answer ~ *");
  for (const each of below) each.hidden = true;
  document.querySelector("details.help").open = false;
  answer.replaceChildren(make("p", { className: "meta" }, "Searching …"));
  all ||= everything;
  const found = await (begun ?? ask({ query, everything, most, narrow, all }));
  begun = undefined;
  if (found.failed) answer.replaceChildren(make("p", { className: "notice bad" }, "The index could not be loaded."));
  else if (found.problem) {
    const { message, span, at, hint } = found.problem;
    const where = span.end > 0 ? `, at character ${at}` : "";
    const more = hint ? ` ${hint[0].toUpperCase()}${hint.slice(1)}${hint.endsWith("?") ? "" : "."}` : "";
    answer.replaceChildren(make("p", { className: "notice bad" }, `${message}${where}.${more}`));
  } else {
    const { stories, texts, total, withClosed } = found.searched;
    const all = texts === total;
    const what = texts < stories ? `, the texts of ${texts} of them` : "";
    const note = make("p", { className: "meta" }, `Searched ${stories} of ${total} stories${what}.`);
    if (!all) {
      const button = make(
        "button",
        { type: "button", className: "quiet", onclick: () => find(true) },
        "Search everything",
      );
      note.append(" ", button);
    }
    const kind = withClosed || all ? "" : "open ";
    const heading = make("h2", {}, `${found.total} ${kind}${found.total === 1 ? "story" : "stories"}`);
    const facets = found.total > 1 ? [narrowing(found.facets, { everything, most })] : [];
    answer.replaceChildren(heading, note, ...facets, found.total > 0 ? storyTable(found) : "Nothing matches.");
    if (found.total > found.rows.length) {
      const more = make(
        "button",
        { type: "button", className: "quiet", onclick: () => find(everything, most + rowsAtOnce) },
        "Show more",
      );
      answer.append(make("p", { className: "meta" }, `The first ${found.rows.length} are shown. `, more));
    }
    tellTimes(answer);
    // Who asked for more goes on reading where the rows ended.
    answer.querySelectorAll("tbody tr")[most - rowsAtOnce || -1]?.querySelector("a").focus();
  }
  for (const each of below) each.hidden = false;
  // Of all that came, this much is told to who does not see it.
  answer.previousElementSibling.textContent = answer.firstElementChild.textContent;
  answer.dataset.searched = "";
}

// The commonest values of what was found, each with a link to the query that asks for it as well; a button until they are wanted.
function narrowing(facets, asked) {
  if (!facets) {
    const show = async () => {
      narrow = true;
      const found = await ask({ query, narrow, all, ...asked });
      const shown = narrowing(found.facets ?? [], asked);
      button.parentElement.replaceWith(shown);
      (shown.querySelector("a") ?? shown).focus();
    };
    const button = make("button", { type: "button", className: "quiet", onclick: show }, "Narrow down");
    return make("p", {}, button);
  }
  if (facets.length === 0) return make("p", { className: "meta", tabIndex: -1 }, "Nothing tells these apart.");
  const groups = facets.map(({ field, values }) => {
    const items = values.map((each) => {
      return make(
        "li",
        {},
        make("a", { href: addressOf(each.query) }, each.value),
        " ",
        make("span", { className: "meta" }, each.count),
      );
    });
    return make("div", {}, make("dt", {}, field), make("dd", {}, make("ul", {}, ...items)));
  });
  return make("nav", { className: "facets", ariaLabel: "Narrow down" }, make("dl", {}, ...groups));
}

function storyLink({ id, title }) {
  // What stands between backticks is code.
  const parts = title.split(/`([^`]+)`/).map((part, at) => (at % 2 ? make("code", {}, part) : part));
  return make("a", { href: `${root}stories/${id}.html`, dir: "auto" }, ...parts);
}

function statusMark({ status }) {
  return make("span", { className: `status s-${status}` }, status);
}

const beyondTwo = (names) => (names.length > 2 ? ` +${names.length - 2}` : "");
const few = (names) => names.slice(0, 2).join(", ") + beyondTwo(names);
// Each leads to what else is of it, which is there even where it has no page.
const fewLinks = (names, field) => [
  ...names
    .slice(0, 2)
    .flatMap((name) => [", ", make("a", { href: addressOf(`${field}:${name}`) }, name)])
    .slice(1),
  ...(names.length > 2 ? [make("span", { className: "meta" }, beyondTwo(names))] : []),
];

// The same table as on every other page.
function storyTable({ headings, rows, byReport }) {
  const head = headings.map(({ name, className, query, sorted }) => {
    const shown = query === null ? name : make("a", { href: addressOf(query) }, name);
    return make("th", { scope: "col", className, ariaSort: sorted }, shown);
  });
  const body = rows.map((row) => {
    const { id, tags, priority, projects, who, time, comments } = row;
    // What is written otherwise in an address is not led to.
    const mark = (tag) =>
      /^[\w-]+$/.test(tag)
        ? make("a", { className: "tag", href: `${root}tags/${tag}.html` }, tag)
        : make("span", { className: "tag" }, tag);
    const marks = tags.slice(0, 4).flatMap((tag) => [" ", mark(tag)]);
    const isSaid = priority !== "" && priority !== "medium";
    const due = row.nextDue
      ? [" ", make("span", { className: "meta due" }, "due ", make("time", { dateTime: row.nextDue }, row.nextDue))]
      : [];
    const words = `${due.length > 0 ? " ·" : ""} ${comments} comment${comments === 1 ? "" : "s"}`;
    const said = comments > 0 ? [make("span", { className: "meta" }, words)] : [];
    const cells = [
      [statusMark(row)],
      [storyLink(row), " ", make("span", { className: "id" }, `#${id}`), ...marks, ...due, ...said],
      isSaid ? [make("span", { className: `priority p-${priority}` }, priority)] : [],
      fewLinks(projects, "project"),
      fewLinks(who, byReport ? "author" : "assignee"),
      time ? [make("time", { dateTime: time }, time.slice(0, 10))] : [],
    ];
    return make("tr", {}, ...cells.map((cell, at) => make("td", { className: headings[at].className }, ...cell)));
  });
  const table = make("table", { className: "rows stories" });
  table.append(make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...body));
  return make("div", { className: "scroll" }, table);
}

function storyList(rows) {
  const items = rows.map((row) => {
    const more = make("span", { className: "meta" }, ` #${row.id} ${few(row.projects)}`);
    return make("li", {}, statusMark(row), " ", storyLink(row), more);
  });
  return make("ul", { className: "plain" }, ...items);
}

// A report or a comment becomes a file, and the address of an editor that holds it already.
const random = (count) => crypto.getRandomValues(new Uint32Array(1))[0] % count;
const instant = () => `${new Date().toISOString().slice(0, 19)}Z`;
// Null where that is not to be told.
const there = (path) =>
  fetch(root + path, { method: "HEAD" }).then(
    (response) => response.ok,
    () => null,
  );

// A task that is begun gets a number of its own.
for (const link of document.querySelectorAll("a[data-draw]"))
  link.href = link.href.replace("%2Ftasks%2F00000", () => `%2Ftasks%2F${10_000 + random(90_000)}`);

// What the tracker would refuse: characters that nobody sees, or that turn the text around them.
const visible = (text) => text.replace(/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, "");
const oneLine = (text) =>
  visible(text)
    .replace(/[\xad\u180e\u200b\u2060\ufeff]/g, "")
    .trim()
    .replace(/\s+/g, " ");
// The first line may be code: it keeps its indentation.
const prose = (text) =>
  visible(text)
    .replace(/^\s*\n/, "")
    .trimEnd();
// A name that YAML would take for a number or the like stands in quotes.
const nameValue = (name) =>
  /^(?:\d[\d._]*(?:e-?\d+)?|0[xo][\da-f]+|\d+-\d+-\d+|true|false|null|yes|no|on|off|y|n)$/.test(name)
    ? `"${name}"`
    : name;

// As a shell takes it: nothing in it means anything.
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
function withText(command, text) {
  let end = "END";
  while (text.split("\n").includes(end)) end += "D";
  return `${command} <<'${end}' && storytree propose\n${text}\n${end}`;
}

function copied(text) {
  const pre = make("pre", { tabIndex: 0 }, text);
  // Only a page that nobody can have changed on its way may copy.
  if (!navigator.clipboard) return pre;
  const copy = async ({ target }) => {
    await navigator.clipboard.writeText(text);
    target.textContent = "Copied";
  };
  return make("div", {}, pre, make("button", { type: "button", className: "quiet", onclick: copy }, "Copy"));
}

async function newStory(form) {
  let id;
  do id = 10_000_000 + random(90_000_000);
  while (await there(`stories/${id}.html`));
  const { title, author, type, body, project } = Object.fromEntries(new FormData(form));
  // One file has no place for a task: whoever triages it reads where it should be.
  const whole = prose(project ? `${body}\n\nProject: ${project}` : body);
  const head = [
    `title: ${JSON.stringify(oneLine(title))}`,
    ...[`author: ${nameValue(author)}`, `type: ${type}`, `created: ${instant()}`, "triage: new"],
    ...["tags:", "aliases:", "milestone:", "depends_on:", "due:"],
  ];
  return {
    path: `stories/${String(id % 1000).padStart(3, "0")}/${id}/story.md`,
    text: `---\n${head.join("\n")}\n---\n${whole}\n`,
    command: `storytree new --type ${type}${project ? ` -p ${project}` : ""} --as ${author} -F - -- ${quoted(oneLine(title))}`,
    subject: oneLine(title),
    body: prose(body),
    whole,
  };
}

function newComment(form) {
  const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
  const suffix = Array.from({ length: 4 }, () => letters[random(36)]).join("");
  const { author, body } = Object.fromEntries(new FormData(form));
  return {
    path: `${form.dataset.folder}/comments/${instant().replace(/[-:]/g, "")}-${suffix}.md`,
    text: `---\nauthor: ${nameValue(author)}\n---\n${prose(body)}\n`,
    command: `storytree comment ${form.dataset.story} --as ${author} -F -`,
    subject: `Re: story ${form.dataset.story}`,
    body: prose(body),
  };
}

for (const form of document.querySelectorAll("form[data-draft]")) {
  form.hidden = false;
  const { draft, editor, pathKey, textKey, mail } = form.dataset;
  const address = ({ path, text }) =>
    `${editor}?${pathKey}=${encodeURIComponent(path)}&${textKey}=${encodeURIComponent(text)}`;
  const out = form.querySelector("output");
  // What was prepared is of what was written then.
  form.addEventListener("input", () => out.replaceChildren());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const file = draft === "story" ? await newStory(form) : newComment(form);
    const author = form.elements.author.value;
    const link = (href, words) => make("a", { href, className: "button", rel: "noopener" }, words);
    const parts = [];
    if ((await there(`people/${author}.html`)) === false) {
      const self = { path: `people/${author}.md`, text: `---\nname: ${JSON.stringify(author)}\n---\n` };
      parts.push(
        make(
          "p",
          {},
          `Nobody is called "${author}" here yet. `,
          editor ? link(address(self), "Add yourself first") : "Add yourself first:",
        ),
        editor ? "" : copied(`storytree set --new person/${author} name=${quoted(author)}`),
      );
    }
    if (editor) {
      const whole = address(file);
      // Hosts refuse addresses that are longer.
      const short = whole.length > 7_500 ? address({ ...file, text: "" }) : whole;
      parts.push(make("p", {}, link(short, form.dataset.words), short === whole ? "" : " and paste this text:"));
    }
    if (!editor)
      parts.push(
        make("p", {}, "In a clone of the tracker's repository, on its main branch:"),
        copied(withText(file.command, file.body)),
      );
    if (mail) {
      const said = `subject=${encodeURIComponent(file.subject)}&body=${encodeURIComponent(file.whole ?? file.body)}`;
      // Mail programs cut addresses that are longer.
      const whole = said.length < 2_000 ? said : `subject=${encodeURIComponent(file.subject)}`;
      const href = `mailto:${encodeURIComponent(mail).replace("%40", "@")}?${whole}`;
      parts.push(make("p", {}, editor ? "Or " : "Without an account: ", make("a", { href }, "send it by mail"), "."));
    }
    const summary = make("summary", {}, "The file, to write it yourself");
    const where = make("p", {}, make("code", {}, file.path));
    parts.push(make("details", {}, summary, where, copied(file.text)));
    out.replaceChildren(...parts);
    out.querySelector("a, button, summary").focus();
  });
  // What a report of that kind says, as long as nobody has written anything else.
  const { type, body } = form.elements;
  let begun = "";
  const begin = () => {
    if (!["", begun].includes(body.value.trim())) return;
    begun = document.querySelector(`details[data-kind="${CSS.escape(type.value)}"] pre`)?.textContent ?? "";
    body.value = begun;
    judge();
  };
  // Headings alone are no report.
  const judge = () => {
    const isUntouched = begun !== "" && body.value.trim() === begun;
    body.setCustomValidity(isUntouched ? "Say what happens, below the headings." : "");
  };
  if (form.elements.project) form.elements.project.value = params.get("project") ?? "";
  if (type) begin();
  type?.addEventListener("change", begin);
  body.addEventListener("input", judge);
  let waiting;
  form.elements.title?.addEventListener("input", ({ target }) => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const { rows = [] } = await ask({ like: target.value });
      const near = form.querySelector(".near");
      near.replaceChildren();
      if (rows.length > 0) near.append(make("p", {}, "Perhaps it is here already:"), storyList(rows));
    }, 250);
  });
}
