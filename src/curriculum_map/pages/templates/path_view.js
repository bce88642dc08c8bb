"use strict";
// How the page speaks: everything an author wrote is put in as text.
function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties))
    if (name in made) made[name] = value;
    else made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

// A text of an author: [words, language], the language empty where it is the page's.
function saidText([words, language]) {
  const made = element("bdi", {}, words);
  if (language) made.lang = language;
  return made;
}

// A phrase with its {parts} filled in by nodes or texts.
function filled(phrase, parts) {
  const made = document.createDocumentFragment();
  for (const [at, piece] of phrase.split(/\{(\w+)\}/).entries())
    made.append(at % 2 ? (parts[piece] ?? "") : piece);
  return made;
}

class View {
  constructor(given) {
    Object.assign(this, { data: given.data, words: given.words, marks: given.marks });
  }

  // A number as the language writes it, to three places.
  number(value) {
    const [whole, fraction] = String(Math.round(value * 1000) / 1000).split(".");
    const [thousands, point] = this.marks;
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
    return fraction ? grouped + point + fraction : grouped;
  }

  tongue(tag) {
    return new Intl.DisplayNames(document.documentElement.lang, { type: "language" }).of(tag);
  }

  phrase(name, parts = {}) {
    return filled(this.words[name], parts);
  }

  count(name, n) {
    const said = this.words[`${name}_${n === 1 ? "one" : "many"}`];
    return filled(said, { n: this.number(n) });
  }

  unit(unit) {
    return saidText(this.data.units[unit].name);
  }

  institutionOf(unit) {
    return saidText(this.data.institutions[this.data.units[unit].institution].name);
  }

  level(competency, rank) {
    return saidText(this.data.scales[this.data.competencies[competency].scale][rank - 1].name);
  }

  competency(competency) {
    return saidText(this.data.competencies[competency].name);
  }

  at(competency, rank) {
    const said = { competency: this.competency(competency), level: this.level(competency, rank) };
    return this.phrase("path_at", said);
  }

  goal(goal) {
    return goal.unit === undefined ? this.at(goal.competency, goal.rank) : this.unit(goal.unit);
  }

  // Things one after the other; after some of them the rest is only counted.
  listed(nodes, most = 3) {
    const made = document.createDocumentFragment();
    nodes.slice(0, most).forEach((node, at) => made.append(at ? "; " : "", node));
    if (nodes.length <= most) return made;
    const more = { what: made, n: this.number(nodes.length - most) };
    return this.phrase("path_and_more", more);
  }

  // Hours and credits of a unit, as far as they are stated.
  size(unit) {
    const { hours, ec } = this.data.units[unit];
    const said = [];
    if (hours !== undefined) said.push(this.hours(hours));
    if (ec !== undefined) said.push(this.phrase("credits", { credits: this.number(ec / 1000) }));
    return said;
  }

  // Hours as people read them: to tenths, halves upwards; 0 only where it is nothing.
  hours(thousandths) {
    const tenths = Math.max(Math.round(thousandths / 100), Math.min(thousandths, 1));
    return this.phrase("hours", { hours: this.number(tenths / 10) });
  }

  // Who offers a unit, and how large it is.
  about(unit) {
    const said = element("span", { className: "aside" });
    for (const [at, each] of [this.institutionOf(unit), ...this.size(unit)].entries())
      said.append(at ? " · " : "", each);
    return said;
  }

  tick(unit, checked) {
    const box = element("input", { type: "checkbox", checked });
    box.dataset.done = this.data.units[unit].id;
    const name = element("span", {}, this.unit(unit), " ", this.about(unit));
    return element("li", {}, element("label", {}, box, name));
  }

  chip(node, list, id) {
    const said = element("span", {}, node);
    const label = this.words.path_remove.replace("{what}", () => said.textContent);
    const button = element("button", { type: "button", "aria-label": label }, "×");
    Object.assign(button.dataset, { list, remove: id });
    return element("li", {}, said, button);
  }
}

// Give a list what it should hold, unless it holds that already.
function fill(list, key, make) {
  if (list.dataset.holds === key) return;
  list.dataset.holds = key;
  list.replaceChildren(...make());
}

function options(select, rows) {
  select.replaceChildren(...rows.map(([value, pair]) => {
    const made = element("option", { value }, pair[0]);
    if (pair[1]) made.lang = pair[1];
    return made;
  }));
}
