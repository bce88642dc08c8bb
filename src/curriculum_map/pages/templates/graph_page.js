"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const read = (id) => JSON.parse(find(id).textContent);
  const words = read("graph-words");
  const graph = graphModel(read("graph-data"));
  if (!graph.count) return;
  const HITS = 12;

  for (const part of all(".scripted")) part.hidden = false;
  const boxes = (name) => all(`#legend input[name="${name}"]`);
  const ticked = (name) =>
    new Set(boxes(name).filter((box) => box.checked).map((box) => Number(box.value)));
  const shut = new Set(graph.shut);
  const open = new Set();
  for (let i = 0; i < graph.count; i++) if (graph.holds(i) && !shut.has(i)) open.add(i);
  const address = graphAddress(graph, { kinds: ticked("kind"), relations: ticked("relation"), open });
  let state = address.read("");
  let shown = null;

  const details = graphDetails(graph, words, { choose, toggle, focus });
  const picture = graphPicture(find("picture"), graph, { choose, toggle });
  const { element, button, sign, title, more } = details;

  function cells(...contents) {
    const row = document.createElement("tr");
    contents.forEach((content, n) => {
      const made = document.createElement(n ? "td" : "th");
      if (!n) made.scope = "row";
      made.append(...[content].flat());
      row.append(made);
    });
    return row;
  }
  const links = (i) => graph.leading(i).length + graph.arriving(i).length;
  const kind = (i) => words[graph.kinds[graph.kind[i]]];
  const things = graphTable(find("things"), {
    row: (i) => cells(button(i), kind(i), element("bdi", graph.name[i]), String(links(i))),
    record: (i) => [graph.label[i], kind(i), graph.name[i], links(i)],
  });
  const relation = (link) => words[graph.relations[graph.relation[link]]];
  const connections = graphTable(find("links"), {
    row: (link) =>
      cells(
        [sign(graph.from[link]), title(graph.from[link])],
        relation(link),
        [sign(graph.to[link]), title(graph.to[link])],
        more(link),
      ),
    record: (link) => [
      graph.label[graph.from[link]], relation(link), graph.label[graph.to[link]],
      graph.texts[graph.more[link]],
    ],
  });

  /* What has to be seen for the sake of the thing somebody looks at. */
  function kept() {
    if (state.chosen < 0) return new Set();
    if (!state.focused) return new Set([state.chosen]);
    const i = state.chosen;
    return new Set([i, ...graph.reached(i, false), ...graph.reached(i, true), ...graph.longest(i)]);
  }

  function near(keep, cover) {
    if (state.chosen < 0) return null;
    const found = new Set(keep);
    if (!state.focused || keep.size === 1)
      for (const [links, ends] of [
        [graph.leading(state.chosen), graph.to],
        [graph.arriving(state.chosen), graph.from],
      ])
        for (const link of links) found.add(cover[ends[link]] < 0 ? ends[link] : cover[ends[link]]);
    for (const i of [...found]) for (const h of graph.around(i)) found.add(h);
    // Of what is open all can be read, or nobody would see what unfolding brought.
    if (graph.holds(state.chosen) && !state.focused)
      for (let i = state.chosen; i < graph.last[state.chosen]; i++) found.add(i);
    return found;
  }

  function dress() {
    const keep = kept();
    const fits = graph.fitting({ ...state, kept: keep });
    const unfolded = new Set(state.open);
    for (const i of keep) for (const h of graph.around(i)) unfolded.add(h);
    const cover = graph.covers(fits, unfolded);
    shown = {
      fits, cover, open: unfolded, chosen: state.chosen, near: near(keep, cover),
      lines: graph.lines(fits, cover, state.relations),
      chain: state.focused && state.chosen >= 0 ? graph.longest(state.chosen) : [],
    };
    picture.show(shown);
    details.show(state.chosen, { open: unfolded, focused: state.focused });
    find("unfold-all").disabled = state.open.size === address.holders.length;
    find("fold-all").disabled = !state.open.size;
    fillTables();
  }

  function fillTables() {
    const { fits } = shown;
    const found = state.find.trim() ? graph.search(state.find) : null;
    const some = found ?? Array.from({ length: graph.count }, (_, i) => i);
    things.show(some.filter((i) => fits[i]));
    const hits = found && new Set(found);
    const kept = [];
    for (let link = 0; link < graph.from.length; link++) {
      const a = graph.from[link];
      const b = graph.to[link];
      if (!fits[a] || !fits[b] || !state.relations.has(graph.relation[link])) continue;
      if (!hits || hits.has(a) || hits.has(b)) kept.push(link);
    }
    connections.show(kept);
  }

  function search() {
    const found = graph.search(state.find);
    const says = find("found");
    says.textContent = !state.find.trim()
      ? ""
      : found.length
        ? says.dataset.says.replace("{count}", found.length)
        : says.dataset.none;
    const items = found.slice(0, HITS).map((i) => {
      const item = element("li");
      item.append(button(i));
      return item;
    });
    find("hits").replaceChildren(...items);
  }

  function fillForms() {
    for (const box of boxes("kind")) box.checked = state.kinds.has(Number(box.value));
    for (const box of boxes("relation")) box.checked = state.relations.has(Number(box.value));
    for (const name of ["institution", "area"]) find(name).value = String(state[name]);
    if (find("find").value.trim() !== state.find) find("find").value = state.find;
  }

  /* Each step is one that the back button undoes; typing goes on with the last one. */
  function go(change, { step = true } = {}) {
    state = { ...state, ...change };
    const fragment = `#${address.write(state)}`;
    const now = location.hash || "#";
    if (fragment !== now) history[step ? "pushState" : "replaceState"](null, "", fragment);
    dress();
  }

  function arrive() {
    state = address.read(location.hash.slice(1));
    fillForms();
    search();
    dress();
    look();
  }

  function come() {
    // The page has places of its own, such as its content: those are no things of the graph.
    if (!find(location.hash.slice(1))) arrive();
  }

  /* Moves the picture to what is looked at; to what stands alone with the box around it. */
  function look() {
    const i = state.chosen;
    const together = [...kept()];
    if (i < 0) picture.whole();
    else if (together.length > 1 || graph.holds(i)) picture.fit(together);
    else picture.fit([i, ...[...graph.around(i)].slice(0, 1)]);
  }

  function choose(i, move = false) {
    go({ chosen: i, focused: state.focused && i >= 0 });
    if (!move) return;
    look();
    find("details-title").focus();
    find("details-title").scrollIntoView({ block: "nearest" });
  }

  function toggle(i) {
    if (!graph.holds(i)) return;
    const now = new Set(shown.open);
    if (!now.delete(i)) now.add(i);
    // A box around what is looked at cannot be closed without letting go of that.
    const inside = state.chosen > i && state.chosen < graph.last[i];
    go({ open: now, chosen: inside ? i : state.chosen });
  }

  function focus() {
    go({ focused: !state.focused });
    look();
  }

  find("tools").addEventListener("submit", (event) => {
    event.preventDefault();
    find("hits").querySelector("button")?.click();
  });
  find("find").addEventListener("input", () => {
    go({ find: find("find").value.trim() }, { step: false });
    search();
  });
  for (const part of ["legend", "narrow"])
    find(part).addEventListener("change", () =>
      go({
        kinds: ticked("kind"),
        relations: ticked("relation"),
        institution: Number(find("institution").value),
        area: Number(find("area").value),
      }),
    );
  find("clear").addEventListener("click", () => {
    history.pushState(null, "", "#");
    come();
  });
  find("unfold-all").addEventListener("click", () => go({ open: new Set(address.holders) }));
  find("fold-all").addEventListener("click", () => go({ open: new Set(), chosen: -1, focused: false }));
  find("closer").addEventListener("click", () => picture.zoom(1.4));
  find("farther").addEventListener("click", () => picture.zoom(1 / 1.4));
  find("whole").addEventListener("click", picture.whole);
  const STEP = 60;
  const KEYS = {
    ArrowLeft: () => picture.pan(STEP, 0),
    ArrowRight: () => picture.pan(-STEP, 0),
    ArrowUp: () => picture.pan(0, STEP),
    ArrowDown: () => picture.pan(0, -STEP),
    "+": () => picture.zoom(1.2),
    "=": () => picture.zoom(1.2),
    "-": () => picture.zoom(1 / 1.2),
    0: picture.whole,
    Enter: () => state.chosen >= 0 && toggle(state.chosen),
    Escape: () => state.chosen >= 0 && choose(-1),
  };
  find("picture").addEventListener("keydown", (event) => {
    const act = KEYS[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  addEventListener("popstate", come);
  arrive();
})();
