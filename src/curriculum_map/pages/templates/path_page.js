"use strict";
// What happens on the page: every change becomes a new state, and the state is shown.
const FEW_ROWS = 12;
const MOST_ROWS = 100;
const MOST_OPEN = 20;
const byId = (id) => document.getElementById(id);

class PathPage {
  constructor(given) {
    Object.assign(this, { data: given.data, words: given.words });
    this.names = new Names(given.data);
    this.supply = supplyOf(given.data);
    this.view = new Result(given);
    this.kept = new Kept(given.key);
    this.solving = new Solving(given, (told) => this.told(told));
    Object.assign(this, { state: nothingSaid(), everything: false, asked: null, path: null, most: MOST_OPEN });
  }

  begin() {
    this.offer();
    this.listen();
    this.open(location.hash.slice(1));
    byId("path").hidden = false;
  }

  // What can be chosen; it never changes.
  offer() {
    const { data, words } = this;
    const first = ["", [words.path_choose, ""]];
    const named = (things) => things.map((thing) => [thing.id, thing.name]);
    const sorted = (rows) => rows.sort(([, [a]], [, [b]]) => a.localeCompare(b, document.documentElement.lang));
    options(byId("to-profile"), [first, ...sorted(named(data.profiles))]);
    options(byId("to-unit"), [first, ...sorted(named(data.units))]);
    for (const name of ["to", "held"]) {
      options(byId(`${name}-competency`), [first, ...sorted(named(data.competencies))]);
      this.offerLevels(name);
    }
    const terms = Array.from({ length: 12 }, (_, n) => [String(n + 1), [String(n + 1), ""]]);
    options(byId("terms"), terms);
    const offering = data.institutions.filter((_, at) => this.offers(at));
    this.offerTicks("institutions", "at", sorted(named(offering)));
    const tongue = new Intl.DisplayNames(document.documentElement.lang, { type: "language" });
    const tongues = [...this.names.tongues].map((tag) => [tag, [tongue.of(tag), ""]]);
    this.offerTicks("languages", "language", sorted(tongues));
    this.relevant = new Set();
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

  listen() {
    const on = (id, event, does) => byId(id).addEventListener(event, does);
    for (const [id, list] of [["to-profile", "role"], ["to-unit", "unit"]])
      on(id, "change", ({ target }) => {
        if (target.value) this.add(list, target.value);
        target.value = "";
      });
    for (const [name, list] of [["to", "goal"], ["held", "held"]]) {
      on(`${name}-competency`, "change", () => this.offerLevels(name));
      on(`${name}-add`, "click", () => this.addLevel(name, list));
    }
    on("path", "change", (event) => this.ticked(event.target));
    on("path", "click", (event) => this.pressed(event.target.closest("button")));
    on("find", "input", () => this.showUnits());
    on("units-all", "click", () => this.showEverything());
    on("load", "change", () => this.changeLimits());
    for (const id of ["counted", "terms"]) on(id, "change", () => this.changeLimits());
    on("show", "click", () => this.show());
    on("copy", "click", () => this.copy());
    on("save", "click", () => this.save());
    on("read", "click", () => byId("file").click());
    on("file", "change", () => this.read());
    on("forget", "click", () => this.forget());
    addEventListener("hashchange", () => this.moved());
  }

  // The page was opened: what the address says, else what the device keeps.
  open(fragment) {
    const said = isState(fragment) ? fragment : "";
    const own = this.kept.read();
    this.shown = said || own;
    const unknown = this.take(this.shown);
    if (said === "" && own) this.write(own, true);
    if (said && own && said !== own) this.offerOwn(own);
    if (unknown.length) this.tell(this.view.phrase("path_unknown", { what: this.view.listed(unknown) }));
    if (this.kept.refused) this.tell(this.words.path_not_kept);
    this.render();
    if (this.goals().length) this.ask();
  }

  offerOwn(own) {
    const button = element("button", { type: "button" }, this.words.path_own);
    button.addEventListener("click", () => {
      this.silence();
      this.change(this.names.checked(fromFragment(own)).state);
    });
    this.tell(this.words.path_other_progress, button);
  }

  take(fragment) {
    const { state, unknown } = this.names.checked(fromFragment(fragment));
    this.state = state;
    return unknown;
  }

  write(fragment, instead) {
    this.shown = fragment;
    if (instead) location.replace(`#${fragment}`);
    else location.hash = fragment;
  }

  // Somebody went back or forward, or followed a link.
  moved() {
    const fragment = location.hash.slice(1);
    if (!isState(fragment) || fragment === this.shown) return;
    this.shown = fragment;
    this.take(fragment);
    this.kept.write(fragment);
    this.render();
    this.refresh();
  }

  change(state) {
    this.state = state;
    const fragment = asFragment(state);
    if (fragment === this.shown) return;
    this.write(fragment);
    this.kept.write(fragment);
    this.render();
    this.refresh();
  }

  add(list, name) {
    if (!this.state[list].includes(name))
      this.change({ ...this.state, [list]: [...this.state[list], name] });
  }

  without(list, name) {
    this.change({ ...this.state, [list]: this.state[list].filter((each) => each !== name) });
  }

  // Of two levels of one competency the one said last counts.
  addLevel(name, list) {
    const competency = byId(`${name}-competency`).value;
    if (!competency) {
      byId(`${name}-competency`).focus();
      return;
    }
    const others = this.state[list].filter((each) => !each.startsWith(`${competency}@`));
    const level = byId(`${name}-level`).value;
    this.change({ ...this.state, [list]: [...others, `${competency}@${level}`] });
    byId(`${name}-competency`).value = "";
    this.offerLevels(name);
  }

  ticked(box) {
    if (box.type !== "checkbox") return;
    const [list, name] = box.dataset.done ? ["done", box.dataset.done] : [box.dataset.list, box.value];
    const leaves = box.closest(".answers") && box.dataset.done;
    if (leaves) (box.closest("#answer") ? byId("path-your") : byId("path-next")).focus({ preventScroll: true });
    if (box.checked) this.add(list, name);
    else this.without(list, name);
  }

  pressed(button) {
    if (!button) return;
    const { list, remove, leave } = button.dataset;
    if (remove !== undefined) {
      button.closest("section").querySelector("h2, h3").closest("section").querySelector("select, summary")?.focus();
      this.without(list, remove);
    }
    if (leave !== undefined) {
      byId("path-your").focus({ preventScroll: true });
      this.add("without", leave);
    }
  }

  changeLimits() {
    const amount = byId("load").value.trim();
    const load = amount ? `${amount}${byId("counted").value}` : "";
    const bad = load !== "" && !loadOf(load);
    byId("load").setAttribute("aria-invalid", String(bad));
    if (bad) this.tell(this.words.path_bad_load);
    else this.silence();
    const [chosen, usual] = [byId("terms").value, String(this.data.terms || 1)];
    this.change({ ...this.state, load: bad ? "" : load, terms: chosen === usual ? "" : chosen });
  }

  goals() {
    return [...this.state.role, ...this.state.goal, ...this.state.unit];
  }

  tell(...said) {
    byId("path-told").replaceChildren(element("p", {}, ...said));
  }

  silence() {
    byId("path-told").replaceChildren();
  }

  render() {
    this.journey = this.names.journey(this.state);
    const asked = JSON.stringify(this.journey.to);
    if (asked !== this.askedFor) {
      this.askedFor = asked;
      const nothing = { ...this.journey, units: [], held: [], load: null };
      this.relevant = new Set(blockedGoals(this.supply, nothing).question.needs.keys());
      this.most = MOST_OPEN;
    }
    this.showChips();
    this.showUnits();
    this.showLimits();
    this.showOpen();
    this.showProgress();
    byId("link").value = location.href;
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
    byId("goals").replaceChildren(...(goals.length ? goals : [none]));
    byId("held").replaceChildren(...chips("held", at));
    byId("held").hidden = !state.held.length;
    byId("without").replaceChildren(...chips("without", unit));
    byId("path-without").hidden = !state.without.length;
  }

  // The units to tick: those that could help, those that fit what is looked for, those ticked.
  showUnits() {
    const wanted = byId("find").value.trim().toLocaleLowerCase();
    const done = new Set(this.journey.units);
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
    const { numbers } = this.view;
    const counts = { shown: numbers.format(shown.length), all: numbers.format(this.data.units.length) };
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

  showOpen() {
    const found = nextUnits(this.supply, this.journey);
    const { view, words } = this;
    byId("next-lead").textContent = this.goals().length ? words.path_next_lead : words.path_next_all;
    const items = view.open(found.slice(0, this.most));
    if (!found.length) items.push(element("li", {}, words.path_nothing_open));
    if (found.length > this.most) {
      const more = element("button", { type: "button" }, view.phrase("path_more", { n: found.length - this.most }));
      more.addEventListener("click", () => {
        const next = this.most;
        this.most = Infinity;
        this.showOpen();
        byId("next").querySelectorAll("input")[next]?.focus();
      });
      items.push(element("li", {}, more));
    }
    byId("next").replaceChildren(...items);
  }

  showProgress(working = false) {
    const { goals, reached } = reachedGoals(this.supply, this.journey);
    const said = { reached: this.view.numbers.format(reached.length), of: this.view.numbers.format(goals.length) };
    const none = this.words.path_no_goals;
    byId("progress").replaceChildren(
      working ? this.words.path_working : goals.length ? this.view.phrase("path_reached", said) : none,
    );
    byId("show").setAttribute("aria-disabled", String(!goals.length));
    byId("show").textContent = this.path ? this.words.path_to_answer : this.words.path_show;
  }

  // After a change: the answer is worked out anew if there is one.
  refresh() {
    if (!this.goals().length) {
      this.solving.stop();
      this.path = null;
      byId("answer").hidden = true;
      this.showProgress();
    } else if (this.path) this.ask();
    else this.solving.prepare();
  }

  ask() {
    byId("answer").setAttribute("aria-busy", "true");
    this.showProgress(true);
    this.solving.ask(this.journey);
  }

  show() {
    if (!this.goals().length) byId("to-profile").focus();
    else if (this.path) this.goToAnswer();
    else {
      this.going = true;
      this.ask();
    }
  }

  goToAnswer() {
    byId("path-your").focus({ preventScroll: true });
    byId("path-your").scrollIntoView({ block: "start" });
  }

  told({ answer, others, failed }) {
    if (others) this.showOthers(others);
    if (failed) this.tell(this.words.path_failed);
    if (answer) this.showAnswer(answer);
    if (answer || failed) this.showProgress();
  }

  showAnswer(path) {
    this.path = path;
    const { view, words } = this;
    byId("answer").hidden = false;
    byId("answer").removeAttribute("aria-busy");
    byId("verdict").replaceChildren(view.verdict(path));
    byId("steps").replaceChildren(...view.path(path));
    byId("blocked").replaceChildren(...view.blocked(path.blocked));
    byId("others").replaceChildren();
    byId("picture").replaceChildren();
    if (path.steps.length) {
      const termed = (n) => words.path_term.replace("{n}", n);
      const svg = pictureOf(path, this.data, words.path_picture, termed);
      const frame = element("div", { className: "scroller", tabIndex: 0, role: "region", "aria-label": words.path_picture }, svg);
      const title = element("h3", {}, words.path_picture);
      byId("picture").replaceChildren(title, element("p", { className: "lead" }, words.path_picture_lead), frame);
    }
    if (this.going) this.goToAnswer();
    this.going = false;
  }

  showOthers(paths) {
    if (this.path?.steps.length) byId("others").replaceChildren(...this.view.others(this.path, paths));
  }

  async copy() {
    const link = byId("link");
    link.select();
    try {
      await navigator.clipboard.writeText(link.value);
      this.tell(this.words.path_copied);
    } catch {
      this.tell(this.words.path_copy_yourself);
    }
  }

  save() {
    const address = URL.createObjectURL(new Blob([asFile(this.state)], { type: "application/json" }));
    const link = element("a", { href: address, download: "learning-path.json" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  async read() {
    const [file] = byId("file").files;
    byId("file").value = "";
    if (!file) return;
    const said = file.size < 1e6 ? fromFile(await file.text()) : null;
    if (!said) {
      this.tell(this.words.path_bad_file);
      return;
    }
    const { state, unknown } = this.names.checked(said);
    this.change(state);
    if (unknown.length) this.tell(this.view.phrase("path_unknown", { what: this.view.listed(unknown) }));
    else this.tell(this.words.path_read_done);
  }

  forget() {
    this.change(nothingSaid());
    this.tell(this.words.path_forgotten);
  }
}

new PathPage(JSON.parse(byId("path-data").textContent)).begin();
