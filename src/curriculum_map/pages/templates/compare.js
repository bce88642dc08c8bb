"use strict";
/* Puts the programmes that are ticked side by side: competencies as rows, programmes as columns. */
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const find = (id) => document.getElementById(id);
  const { competencies, programmes } = JSON.parse(find("levels").textContent);
  const table = find("comparison");
  const said = table.dataset;
  const states = new Map(
    [...find("states").content.querySelectorAll(".state")].map((state) => [state.classList[1], state]),
  );
  const SHOWN = { required: 0, guaranteed: 1, possible: 2, shade: 3, state: 4 };

  const make = (tag, text = "", name = "") => {
    const element = document.createElement(tag);
    element.textContent = text;
    if (name) element.className = name;
    return element;
  };

  /* What something is called: its words, and their language where that is not the page's. */
  function named([words, language]) {
    const made = make("bdi", words);
    if (language) made.lang = language;
    return made;
  }

  const ticked = () =>
    [...form.elements].filter((field) => field.name === "compare" && field.checked);

  function levelOf(key, place) {
    return programmes[key].levels[place];
  }

  function requiredOf(level) {
    const required = level[SHOWN.required];
    return required ? said.saysCell.replace("{required}", required) : said.saysExtra;
  }

  const wordsOf = (level) =>
    level ? `${level[SHOWN.guaranteed]}, ${requiredOf(level)}` : said.saysNeither;

  function cellOf(level) {
    const cell = make("td");
    if (!level) {
      cell.append(make("span", "\u2013", "aside"), make("span", said.saysNeither, "unseen"));
      return cell;
    }
    const box = make("span", level[SHOWN.guaranteed], `box s${level[SHOWN.shade]}`);
    cell.append(box, " ", make("span", requiredOf(level), "aside"), states.get(level[SHOWN.state]).cloneNode(true));
    return cell;
  }

  function headOf(keys) {
    const row = make("tr");
    const heads = keys.map((key) => {
      const { title, profile } = programmes[key];
      const head = make("th");
      head.append(named(title));
      if (profile[0]) {
        const aside = make("span", "", "aside");
        aside.append(named(profile));
        head.append(aside);
      }
      return head;
    });
    row.append(make("th", said.saysCompetency), ...heads);
    for (const head of row.children) head.scope = "col";
    const top = make("thead");
    top.append(row);
    return top;
  }

  function rowOf(place, keys) {
    const [title, , id] = competencies[place];
    const row = make("tr");
    const head = make("th");
    head.scope = "row";
    const link = make("a");
    link.href = `${said.way}${id}.html`;
    link.append(named(title));
    head.append(link);
    row.append(head, ...keys.map((key) => cellOf(levelOf(key, place))));
    return row;
  }

  const isGap = (level) => level && !["met", "extra"].includes(level[SHOWN.state]);

  function shownPlaces(keys) {
    const gaps = form.elements.gaps.checked;
    return competencies
      .map((_, place) => place)
      .filter((place) => keys.some((key) => (gaps ? isGap : Boolean)(levelOf(key, place))));
  }

  function areasOf(places, keys) {
    const bodies = [];
    let area = null;
    for (const place of places) {
      const [, around] = competencies[place];
      if (around[0] !== area) {
        area = around[0];
        const head = make("th");
        const inside = make("span");
        inside.append(named(around));
        head.append(inside);
        head.colSpan = keys.length + 1;
        head.scope = "rowgroup";
        const row = make("tr", "", "area");
        row.append(head);
        const body = make("tbody");
        if (area) body.append(row);
        bodies.push(body);
      }
      bodies.at(-1).append(rowOf(place, keys));
    }
    return bodies;
  }

  function show() {
    const keys = ticked().map((field) => field.value);
    const enough = keys.length > 1;
    find("compare-none").hidden = enough;
    find("compared").hidden = !enough;
    table.replaceChildren(...(enough ? [headOf(keys), ...areasOf(shownPlaces(keys), keys)] : []));
  }

  find("save-comparison").addEventListener("click", () => {
    const keys = ticked().map((field) => field.value);
    const heads = [said.saysCompetency, ...keys.map((key) => programmes[key].title[0])];
    const rows = shownPlaces(keys).map((place) => [
      competencies[place][0][0],
      ...keys.map((key) => wordsOf(levelOf(key, place))),
    ]);
    save("comparison.csv", asCsv([heads, ...rows]), "text/csv");
  });
  form.addEventListener("applied", show);
  show();
})();
