"use strict";
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const find = (id) => document.getElementById(id);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const graph = read("graph");
  const words = read("graph-words");
  if (!graph.nodes.length) return;

  const rows = all("#things tbody tr");
  const title = (number) => rows[number].querySelector("th bdi");
  const ticked = (name) =>
    new Set(all(`input[name="${name}"]:checked`).map((box) => box.value));
  const colour = (name) =>
    getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  find("workbench").hidden = false;
  for (const button of all(".show")) button.hidden = false;

  const nodes = new vis.DataSet(graph.nodes);
  const edges = new vis.DataSet(graph.edges.map((edge, id) => ({ id, ...edge })));
  const network = new vis.Network(find("picture"), { nodes, edges }, graph.options);
  let chosen = null;

  function dress() {
    const ink = colour("ink");
    const kinds = ticked("kind");
    const relations = ticked("relation");
    const near = new Set(chosen === null ? [] : [chosen, ...network.getConnectedNodes(chosen)]);
    nodes.update(
      graph.nodes.map(({ id, group, shape }) => {
        const faint = chosen !== null && !near.has(id);
        const fill = colour(`k-${group}`);
        const boxed = shape === "box";
        return {
          id,
          hidden: !kinds.has(group) && !near.has(id),
          opacity: faint ? 0.25 : 1,
          borderWidth: id === chosen ? 4 : 1.5,
          color: {
            background: boxed ? colour("raised") : fill,
            border: id === chosen ? colour("focus") : fill,
          },
          font: {
            color: faint ? colour("quiet") : ink,
            strokeWidth: boxed ? 0 : 4,
            strokeColor: colour("raised"),
          },
        };
      }),
    );
    edges.update(
      graph.edges.map((edge, id) => {
        const touches = chosen === edge.from || chosen === edge.to;
        return {
          id,
          hidden: !relations.has(edge.kind),
          width: touches ? 2.5 : 1,
          dashes: ["requires", "needs", "aligned"].includes(edge.kind),
          color: {
            color: colour(`e-${edge.kind}`),
            opacity: chosen === null ? 0.5 : touches ? 1 : 0.1,
          },
        };
      }),
    );
  }

  function filterTables() {
    const kinds = ticked("kind");
    const relations = ticked("relation");
    for (const row of rows) row.hidden = !kinds.has(row.dataset.kind);
    for (const row of all("#links tbody tr"))
      row.hidden =
        !relations.has(row.dataset.kind) ||
        !row.dataset.ends.split(" ").every((kind) => kinds.has(kind));
  }

  function element(name, text, className = "") {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function button(number) {
    const made = element("button", "");
    made.type = "button";
    made.append(title(number).cloneNode(true));
    made.addEventListener("click", () => choose(number, true));
    return made;
  }

  function neighbours(number) {
    const list = element("ul", "", "neighbours");
    for (const edge of graph.edges) {
      if (edge.from !== number && edge.to !== number) continue;
      const item = element("li", "");
      const other = edge.from === number ? edge.to : edge.from;
      const says = element("span", words[edge.kind], "aside");
      item.append(...(edge.from === number ? [says, " ", button(other)] : [button(other), " ", says]));
      list.append(item);
    }
    return list;
  }

  function choose(number, move) {
    chosen = number;
    dress();
    if (number === null) {
      find("details").replaceChildren(element("p", words.details_empty, "aside"));
      return;
    }
    const name = element("p", "", "chosen");
    name.append(title(number).cloneNode(true));
    const kind = element("p", words[graph.nodes[number].group], "aside");
    find("details").replaceChildren(name, kind, neighbours(number));
    if (!move) return;
    network.focus(number, { scale: Math.max(network.getScale(), 0.8) });
    find("details-title").focus();
  }

  function search() {
    const wanted = find("find").value.trim().toLocaleLowerCase();
    const hits = graph.nodes
      .map((node) => node.id)
      .filter((number) => wanted && title(number).textContent.toLocaleLowerCase().includes(wanted));
    const says = find("found");
    says.textContent = !wanted
      ? ""
      : hits.length
        ? says.dataset.says.replace("{count}", hits.length)
        : says.dataset.none;
    find("hits").replaceChildren(
      ...hits.slice(0, 12).map((number) => {
        const item = element("li", "");
        item.append(button(number));
        return item;
      }),
    );
  }

  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor });
  const shown = () => nodes.getIds({ filter: (node) => !node.hidden });
  const refit = () => {
    network.fit({ nodes: shown() });
    zoom(0.92); // What is written below a node is not counted as part of it.
  };
  find("tools").addEventListener("submit", (event) => {
    event.preventDefault();
    find("hits").querySelector("button")?.click();
  });
  find("tools").addEventListener("input", search);
  find("legend").addEventListener("change", () => {
    dress();
    filterTables();
  });
  find("closer").addEventListener("click", () => zoom(1.4));
  find("farther").addEventListener("click", () => zoom(1 / 1.4));
  find("whole").addEventListener("click", refit);
  find("picture").addEventListener("keydown", (event) => {
    if (event.key === "+" || event.key === "=") zoom(1.2);
    else if (event.key === "-") zoom(1 / 1.2);
    else if (event.key.startsWith("Arrow")) event.preventDefault();
  });
  for (const each of all(".show"))
    each.addEventListener("click", () => choose(Number(each.dataset.number), true));
  network.on("click", ({ nodes: [number] }) => choose(number ?? null, false));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", dress);
  dress();
  filterTables();
  refit();
  // Where not everything is legible at once, open at a size that is, on the middle.
  if (network.getScale() < 0.5) network.moveTo({ scale: 0.5 });
})();
