"use strict";
// What a learner has said, in ids, as it stands in the address, in files and on the device.
const LISTS = ["role", "goal", "unit", "done", "held", "at", "language", "without"];
const KIND = "curriculum-map progress";

const nothingSaid = () => ({ ...Object.fromEntries(LISTS.map((name) => [name, []])), load: "", terms: "" });

const placesOf = (things) => new Map(things.map((thing, at) => [thing.id, at]));

// The ids of a catalogue, and what they are the ids of.
class Names {
  constructor(data) {
    this.data = data;
    this.units = placesOf(data.units);
    this.competencies = placesOf(data.competencies);
    this.profiles = placesOf(data.profiles);
    this.institutions = placesOf(data.institutions);
    this.tongues = new Set(data.units.flatMap((unit) => unit.languages ?? []));
    const unit = (name) => this.units.has(name);
    const level = (name) => this.level(name) !== null;
    this.known = {
      role: (name) => this.profiles.has(name),
      goal: level,
      unit,
      done: unit,
      held: level,
      at: (name) => this.institutions.has(name),
      language: (name) => this.tongues.has(name),
      without: unit,
    };
  }

  // {competency, rank} for `competency@level`, null if there is none.
  level(name) {
    const [id, level] = name.split("@");
    const competency = this.competencies.get(id);
    const rank = competency === undefined ? 0 : 1 + this.levels(competency).findIndex((each) => each.id === level);
    return rank ? { competency, rank } : null;
  }

  levels(competency) {
    return this.data.scales[this.data.competencies[competency].scale];
  }

  // A state of texts alone, whatever it was read from, and what is not known here.
  checked(said) {
    const state = nothingSaid();
    const unknown = [];
    for (const name of LISTS)
      for (const each of new Set(said[name]))
        if (this.known[name](each)) state[name].push(each);
        else unknown.push(each);
    if (loadOf(said.load ?? "")) state.load = said.load;
    if (/^([1-9]|1[0-2])$/.test(said.terms ?? "")) state.terms = said.terms;
    return { state, unknown };
  }

  // The state as the question it asks; see `path_question.js`.
  journey(state) {
    const { data } = this;
    const goals = state.role.flatMap((name) => data.profiles[this.profiles.get(name)].goals);
    const places = (names, of) => names.map((name) => of.get(name));
    return {
      to: [
        ...goals.map(([competency, rank]) => ({ competency, rank })),
        ...state.goal.map((name) => this.level(name)),
        ...places(state.unit, this.units).map((unit) => ({ unit })),
      ],
      units: places(state.done, this.units),
      held: state.held.map((name) => Object.values(this.level(name))),
      limits: {
        institutions: places(state.at, this.institutions),
        languages: state.language,
        without: places(state.without, this.units),
      },
      load: loadOf(state.load),
      terms: Number(state.terms) || data.terms || 1,
    };
  }
}

// `420h` or `30ec` as {amount (thousandths), counted}; null if it is no amount above 0.
function loadOf(text) {
  const found = /^\s*(\d{1,6}(?:[.,]\d{1,3})?)(h|ec)$/.exec(text);
  const amount = found ? Math.round(1000 * Number(found[1].replace(",", "."))) : 0;
  return amount ? { amount, counted: found[2] === "h" ? "hours" : "ec" } : null;
}

function asFragment(state) {
  const pairs = LISTS.flatMap((name) => state[name].map((each) => [name, each]));
  for (const name of ["load", "terms"]) if (state[name]) pairs.push([name, state[name]]);
  return new URLSearchParams(pairs).toString();
}

function fromFragment(text) {
  const said = new URLSearchParams(text);
  const lists = LISTS.map((name) => [name, said.getAll(name)]);
  return { ...Object.fromEntries(lists), load: said.get("load"), terms: said.get("terms") };
}

// Whether a fragment is a state; others lead to places on the page.
const isState = (fragment) => fragment === "" || fragment.includes("=");

const asFile = (state) => `${JSON.stringify({ kind: KIND, ...state }, null, 1)}\n`;

// What a file says, null if it was not saved here.
function fromFile(text) {
  let said;
  try {
    said = JSON.parse(text);
  } catch {
    return null;
  }
  if (said?.kind !== KIND) return null;
  const texts = (value) => (Array.isArray(value) ? value.filter((each) => typeof each === "string") : []);
  const word = (value) => (typeof value === "string" ? value : "");
  const lists = LISTS.map((name) => [name, texts(said[name])]);
  return { ...Object.fromEntries(lists), load: word(said.load), terms: word(said.terms) };
}

// What the device keeps; a browser may refuse to keep anything.
class Kept {
  constructor(key) {
    this.key = key;
    this.refused = false;
  }

  read() {
    try {
      return localStorage.getItem(this.key) ?? "";
    } catch {
      this.refused = true;
      return "";
    }
  }

  write(text) {
    try {
      if (text) localStorage.setItem(this.key, text);
      else localStorage.removeItem(this.key);
    } catch {
      this.refused = true;
    }
  }
}
