"use strict";
(() => {
  const STATES = ["absent", "below", "elective-only", "not-assessed", "met", "extra"];
  const find = (id) => document.getElementById(id);
  const spoken = document.documentElement.lang;

  const orders = {
    name: (a, b) => a.name.localeCompare(b.name, spoken),
    state: (a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state),
    needed: (a, b) => b.needed - a.needed,
    reached: (a, b) => a.reached - b.reached,
  };

  function rowOf(line) {
    const body = line.parentElement;
    const number = (name) => Number(line.dataset[name]);
    return {
      line,
      body,
      area: plain(body.querySelector(".area th")),
      name: plain(line.querySelector("th")),
      text: line.querySelector("th").textContent.toLocaleLowerCase(spoken),
      state: line.dataset.code,
      said: plain(line.querySelector(".state")),
      gap: "gap" in line.dataset,
      needed: number("needed"),
      reached: number("reached"),
      possible: number("possible"),
      assessed: number("assessed"),
    };
  }

  function cellOf(cell) {
    const box = cell.querySelector(".box");
    if (!box) return null;
    return {
      text: plain(box),
      shade: Number(/\bs(\d)\b/.exec(box.className)[1]),
      tested: Boolean(box.querySelector(".tick")),
      elective: box.classList.contains("chosen"),
    };
  }

  function shownModel(map, rows) {
    const said = Object.fromEntries(
      Object.entries(map.dataset).map(([key, value]) => [key.replace(/^says/, "").toLowerCase(), value]),
    );
    const units = [...map.querySelectorAll("th.unit")].map((head) => ({
      name: plain(head),
      elective: head.classList.contains("chosen"),
    }));
    const ordered = [...map.querySelectorAll("tr[data-line]:not([hidden])")];
    const byLine = new Map(rows.map((row) => [row.line, row]));
    const lines = ordered.map((line) => ({
      ...byLine.get(line),
      cells: [...line.children].slice(5).map(cellOf),
    }));
    return { title: plain(map.querySelector("h3")), said, units, lines };
  }

  function csvOf({ said, units, lines }) {
    const heads = ["area", "competency", "state", "needed", "possible", "reached", "assessed"];
    const named = units.map((unit) => (unit.elective ? `${unit.name} (${said.elective})` : unit.name));
    const rows = lines.map((row) => [
      row.area, row.name, row.said, row.needed, row.possible, row.reached, row.assessed,
      ...row.cells.map((cell) => (cell ? cell.text + (cell.tested ? " \u2713" : "") : "")),
    ]);
    return asCsv([[...heads.map((head) => said[head]), ...named], ...rows]);
  }

  function start(map) {
    const table = map.querySelector("table");
    const form = map.querySelector("form.filters");
    if (!table) return;
    let read = null;
    // Nobody waits for what is read in a table before it is asked for.
    const rows = () => (read ??= [...table.querySelectorAll("tr[data-line]")].map(rowOf));
    const flat = document.createElement("tbody");
    flat.hidden = true;
    table.append(flat);

    let arranged = "";
    function arrange(order) {
      // A row that is put where it stands already is laid out anew all the same.
      if (order === arranged) return;
      arranged = order;
      const sorted = order ? [...rows()].sort(orders[order]) : rows();
      for (const row of sorted) (order ? flat : row.body).append(row.line);
    }

    function apply() {
      const [text, order, gaps] = [...form.elements].filter((field) => field.name);
      const wanted = text.value.trim().toLocaleLowerCase(spoken);
      arrange(order.value);
      for (const row of rows())
        row.line.hidden = !row.text.includes(wanted) || (gaps.checked && !row.gap);
      for (const body of table.tBodies)
        body.hidden = !body.querySelector("[data-line]:not([hidden])");
      map.querySelector(".nothing").hidden = tellShown(form, rows().map(({ line }) => line)) > 0;
    }

    keptInAddress(form, apply);
    const name = map.dataset.name;
    const makers = {
      csv: () => save(`${name}.csv`, csvOf(shownModel(map, rows())), "text/csv"),
      svg: () => save(`${name}.svg`, svgOf(shownModel(map, rows())), "image/svg+xml"),
      png: () => pngOf(shownModel(map, rows())).then((png) => save(`${name}.png`, png, "image/png")),
    };
    for (const button of map.querySelectorAll("[data-save]")) {
      button.hidden = false;
      button.addEventListener("click", makers[button.dataset.save]);
    }
  }

  for (const map of document.querySelectorAll(".map")) start(map);

  const dialog = find("behind");
  document.addEventListener("click", (event) => {
    const cell = event.target.closest(".cell a.box");
    const behind = cell && find(decodeURIComponent(cell.hash.slice(1)));
    if (!behind) return;
    event.preventDefault();
    const copy = behind.cloneNode(true);
    copy.removeAttribute("id");
    copy.querySelector("h3").id = "behind-title";
    find("behind-content").replaceChildren(copy);
    dialog.showModal();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("a[href^='#']")) dialog.close();
  });
  addEventListener("beforeprint", () => {
    for (const closed of document.querySelectorAll(".meanings")) closed.open = true;
  });
})();
