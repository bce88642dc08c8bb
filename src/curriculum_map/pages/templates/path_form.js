"use strict";
// What can be chosen, and what was chosen: goals, units, limits.
const FEW_ROWS = 12;
const MOST_ROWS = 100;
const byId = (id) => document.getElementById(id);

// A collator for the language would take longer to load than all of the form.
function sorted(rows) {
  const key = ([, [words]]) => words.toLowerCase();
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

class Form {
  constructor(given, names, view) {
    Object.assign(this, { data: given.data, words: given.words, names, view, everything: false });
  }

  // What can be chosen; it never changes. Long lists are made when somebody opens them.
  offer() {
    const { data } = this;
    options(byId("to-profile"), this.choices(data.profiles));
    const later = (id, does) =>
      byId(id).closest("details").addEventListener("toggle", does, { once: true });
    later("to-unit", () => options(byId("to-unit"), this.choices(data.units)));
    for (const name of ["to", "held"])
      later(`${name}-competency`, () =>
        options(byId(`${name}-competency`), this.choices(data.competencies)),
      );
    const terms = Array.from({ length: 12 }, (_, n) => String(n + 1));
    options(byId("terms"), terms.map((n) => [n, [n, ""]]));
    const offering = data.institutions.filter((_, at) => this.offers(at));
    this.offerTicks("institutions", "at", sorted(offering.map(({ id, name }) => [id, name])));
    const tongues = [...this.names.tongues].map((tag) => [tag, [this.view.tongue(tag), ""]]);
    this.offerTicks("languages", "language", sorted(tongues));
  }

  choices(things) {
    const rows = sorted(things.map((thing) => [thing.id, thing.name]));
    return [["", [this.words.path_choose, ""]], ...rows];
  }

  offers(institution) {
    const all = belonging(this.data, [institution]);
    return this.data.units.some((unit) => all.has(unit.institution));
  }

  offerTicks(id, list, rows) {
    byId(id).hidden = rows.length < 2;
    byId(id).querySelector("ul").replaceChildren(...rows.map(([value, pair]) => {
      const box = element("input", { type: "checkbox", value });
      box.dataset.list = list;
      return element("li", {}, element("label", {}, box, saidText(pair)));
    }));
  }

  offerLevels(name) {
    const competency = this.names.competencies.get(byId(`${name}-competency`).value);
    const levels = competency === undefined ? [] : this.names.levels(competency);
    options(byId(`${name}-level`), levels.map((level) => [level.id, level.name]));
  }

  // `relevant` are the units that could help towards the goals.
  show(state, relevant) {
    Object.assign(this, { state, relevant });
    this.showChips();
    this.showUnits();
    this.showLimits();
  }

  showChips() {
    const { names, state, view } = this;
    const chips = (list, node) => state[list].map((id) => view.chip(node(id), list, id));
    const at = (name) => {
      const { competency, rank } = names.level(name);
      return view.at(competency, rank);
    };
    const unit = (name) => view.unit(names.units.get(name));
    const goals = [
      ...chips("role", (name) => saidText(this.data.profiles[names.profiles.get(name)].name)),
      ...chips("goal", at),
      ...chips("unit", unit),
    ];
    const none = element("li", { className: "aside" }, this.words.path_no_goals);
    byId("to-profile").value = state.role[0] ?? "";
    byId("goals").replaceChildren(...(goals.length ? goals : [none]));
    byId("held").replaceChildren(...chips("held", at));
    byId("held").hidden = !state.held.length;
    byId("without").replaceChildren(...chips("without", unit));
    byId("path-without").hidden = !state.without.length;
  }

  // The units to tick: those that could help, those that fit what is looked for, those ticked.
  showUnits() {
    const wanted = byId("find").value.trim().toLocaleLowerCase();
    const done = new Set(this.state.done.map((name) => this.names.units.get(name)));
    const few = !this.everything && !wanted;
    const fits = (unit, at) =>
      wanted
        ? `${unit.name[0]} ${unit.id}`.toLocaleLowerCase().includes(wanted)
        : !few || !this.relevant.size || this.relevant.has(at) || done.has(at);
    const found = this.data.units.flatMap((unit, at) => (fits(unit, at) ? [at] : []));
    const shown = found.filter((at, place) => place < (few ? FEW_ROWS : MOST_ROWS) || done.has(at));
    fill(byId("units"), shown.join(), () => shown.map((unit) => this.view.tick(unit, false)));
    for (const box of byId("units").querySelectorAll("input"))
      box.checked = this.state.done.includes(box.dataset.done);
    const counts = { shown: this.view.number(shown.length), all: this.view.number(this.data.units.length) };
    byId("units-shown").replaceChildren(this.view.phrase("path_shown", counts));
    byId("units-all").hidden = !few || shown.length === this.data.units.length;
    byId("units").hidden = !shown.length;
  }

  showEverything() {
    this.everything = true;
    this.showUnits();
    byId("units").querySelector("input")?.focus();
  }

  showLimits() {
    const { load, terms } = this.state;
    if (load) {
      byId("load").value = load.replace(/(h|ec)$/, "");
      byId("counted").value = load.endsWith("h") ? "h" : "ec";
    } else if (byId("load").getAttribute("aria-invalid") !== "true") byId("load").value = "";
    byId("terms").value = terms || String(this.data.terms || 1);
    for (const box of document.querySelectorAll("#institutions input, #languages input"))
      box.checked = this.state[box.dataset.list].includes(box.value);
  }
}
