// What the pages do more when scripts run: relative times, keys, and search on a site without a server. Nothing needs it.

const units = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

for (const time of document.querySelectorAll("time")) {
  const day = time.dateTime.length === 10;
  const seconds = (Date.parse(time.dateTime) - Date.now()) / 1000;
  if (Number.isNaN(seconds)) continue;
  const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ["minute", 60];
  if (day && length < 86_400) continue;
  time.title = time.textContent;
  time.textContent = relative.format(Math.round(seconds / length), unit);
}

// "/" looks for something, "j" and "k" walk through the rows, Enter opens the one chosen.
let chosen = -1;
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName))
    return;
  if (event.key === "/") {
    event.preventDefault();
    document.querySelector("#q, #find")?.focus();
  } else if (event.key === "j" || event.key === "k") {
    const rows = [...document.querySelectorAll("table.rows tbody tr")];
    if (rows.length === 0) return;
    rows[chosen]?.classList.remove("chosen");
    chosen = Math.max(0, Math.min(rows.length - 1, chosen + (event.key === "j" ? 1 : -1)));
    rows[chosen].classList.add("chosen");
    rows[chosen].querySelector("a")?.focus();
  }
});

// A plain file server cannot answer a query: then the titles, tags and projects are searched here, and the page says so.
const answer = document.querySelector("#answer:not([data-answered])");
const asked = new URLSearchParams(location.search).get("q")?.trim();
if (answer && asked) {
  document.querySelector("#q").value = asked;
  answer.textContent = "Searching …";
  fetch(`${document.body.dataset.root}search-index.json`)
    .then((response) => response.json())
    .then((stories) => show(stories, asked))
    .catch(() => {
      answer.textContent = "The index could not be loaded.";
    });
}

function show(stories, text) {
  const terms = text.toLowerCase().split(/\s+/);
  const found = stories.filter((story) => terms.every((term) => fits(story, term)));
  answer.textContent = "";
  const heading = document.createElement("h2");
  heading.textContent = `${found.length} ${found.length === 1 ? "story" : "stories"}`;
  const note = document.createElement("p");
  note.className = "meta";
  note.textContent = `Searched the titles, tags, projects and numbers of ${stories.length} stories; texts and comments are not searched here.`;
  const list = document.createElement("ul");
  list.className = "plain";
  for (const [id, title, status] of found.slice(0, 200)) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `${document.body.dataset.root}stories/${id}.html`;
    link.textContent = title;
    const state = document.createElement("span");
    state.className = `status s-${status}`;
    state.textContent = status;
    item.append(state, " ", link, ` #${id}`);
    list.append(item);
  }
  answer.append(heading, note, list);
}

function fits([id, title, status, projects, tags, priority], term) {
  const [, not, field, value] = /^(-?)(?:(status|project|tag|priority|id|is):)?"?(.*?)"?$/.exec(term);
  const values = {
    status: [status],
    is: [status],
    project: projects,
    tag: tags,
    priority: [priority],
    id: [String(id)],
  }[field];
  const hit = values
    ? values.includes(value)
    : [title, String(id), ...tags, ...projects].some((each) => each.toLowerCase().includes(value));
  return not ? !hit : hit;
}
