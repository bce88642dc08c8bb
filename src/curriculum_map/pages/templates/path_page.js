"use strict";
// What happens on the page: every change becomes a new state, and the state is shown.
const MOST_OPEN = 20;

class PathPage {
  constructor(given) {
    Object.assign(this, { data: given.data, words: given.words });
    this.names = new Names(given.data);
    this.supply = supplyOf(given.data);
    this.view = new Result(given);
    this.form = new Form(given, this.names, this.view);
    this.kept = new Kept(given.key);
    this.solving = new Solving(given, (told) => this.told(told));
    Object.assign(this, { state: nothingSaid(), path: null, mine: new Set() });
    // Whether an answer is to be there, and whether to go to it when it is.
    Object.assign(this, { wanted: false, going: false });
    // Whether what is open is shown, too: nobody looks at it first.
    this.begun = false;
  }

  begin() {
    this.form.offer();
    this.listen();
    new Sharing(this).listen();
    this.open(location.hash.slice(1));
    byId("path").hidden = false;
    whenIdle(() => {
      this.begun = true;
      this.showOpen();
    });
  }

  listen() {
    const on = (id, event, does) => byId(id).addEventListener(event, does);
    // One role at a time: a key that changes a closed list must add nothing.
    on("to-profile", "change", ({ target: { value } }) =>
      this.change({ ...this.state, role: value ? [value] : [] }),
    );
    on("to-unit-add", "click", () => this.addUnit());
    for (const [name, list] of [["to", "goal"], ["held", "held"]]) {
      on(`${name}-competency`, "change", () => this.form.offerLevels(name));
      on(`${name}-add`, "click", () => this.addLevel(name, list));
    }
    on("path", "change", (event) => this.ticked(event.target));
    on("path", "click", (event) => this.pressed(event.target.closest("button")));
    on("find", "input", () => this.form.showUnits());
    on("units-all", "click", () => this.form.showEverything());
    on("load", "change", () => this.changeLimits());
    for (const id of ["counted", "terms"]) on(id, "change", () => this.changeLimits());
    on("show", "click", () => this.show());
    addEventListener("hashchange", () => this.moved());
  }

  // The page was opened, or a link on it: what the address says, else what the device keeps.
  open(fragment) {
    const said = isState(fragment) ? fragment : "";
    const own = this.kept.read();
    const unknown = this.take(said || own);
    const linked = asFragment(this.state);
    if (!said && own) this.write(linked, true);
    if (said && !own) this.kept.write(linked);
    if (said && own && linked !== own) this.offerOwn(own);
    if (unknown.length)
      this.tell(this.view.phrase("path_unknown", { what: this.view.listed(unknown) }));
    if (this.kept.refused) this.tell(this.words.path_not_kept);
    this.render();
    this.wanted ||= this.goals().length > 0;
    this.refresh();
  }

  offerOwn(own) {
    const button = element("button", { type: "button" }, this.words.path_own);
    button.addEventListener("click", () => {
      this.change(this.names.checked(fromFragment(own)).state);
    });
    this.tell(this.words.path_other_progress, button);
  }

  take(fragment) {
    const { state, unknown } = this.names.checked(fromFragment(fragment));
    Object.assign(this, { state, shown: fragment });
    return unknown;
  }

  write(fragment, instead) {
    this.shown = fragment;
    this.mine.add(fragment);
    if (instead) location.replace(`#${fragment}`);
    else location.hash = fragment;
  }

  // Somebody went back or forward, or followed a link.
  moved() {
    const fragment = location.hash.slice(1);
    if (!isState(fragment) || fragment === this.shown) return;
    if (fragment && !this.mine.has(fragment)) {
      this.open(fragment);
      return;
    }
    this.take(fragment);
    this.kept.write(asFragment(this.state));
    this.silence();
    this.render();
    this.refresh();
  }

  change(state) {
    this.state = state;
    const fragment = asFragment(state);
    if (fragment === this.shown) return;
    this.write(fragment);
    this.kept.write(fragment);
    this.silence();
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

  addUnit() {
    const unit = byId("to-unit").value;
    if (unit) this.add("unit", unit);
    else byId("to-unit").focus();
    byId("to-unit").value = "";
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
    this.form.offerLevels(name);
  }

  ticked(box) {
    if (box.type !== "checkbox") return;
    const { done, list } = box.dataset;
    const [into, name] = done ? ["done", done] : [list, box.value];
    // A unit that is done leaves the answers, and the focus must not leave with it.
    const answers = box.closest("section").id === "answer" ? "path-your" : "path-next";
    if (box.closest(".answers")) byId(answers).focus({ preventScroll: true });
    if (box.checked) this.add(into, name);
    else this.without(into, name);
  }

  pressed(button) {
    if (!button) return;
    const { list, remove, leave } = button.dataset;
    if (remove !== undefined) {
      const chips = button.closest("ul");
      this.without(list, remove);
      (chips.querySelector("button") ?? byId("to-profile")).focus();
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
    const [chosen, usual] = [byId("terms").value, String(this.data.terms || 1)];
    this.change({ ...this.state, load: bad ? "" : load, terms: chosen === usual ? "" : chosen });
    this.say(bad ? this.words.path_bad_load : "");
  }

  goals() {
    return [...this.state.role, ...this.state.goal, ...this.state.unit];
  }

  // What to know of a path that was opened; it stands until something is changed.
  tell(...said) {
    byId("path-told").append(element("p", {}, ...said));
  }

  // What came of an action.
  say(...said) {
    byId("path-said").replaceChildren(...said);
  }

  silence() {
    byId("path-told").replaceChildren();
    this.say();
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
    this.form.show(this.state, this.relevant);
    if (this.begun) this.showOpen();
    this.showProgress();
    byId("link").value = location.href;
  }

  showOpen() {
    const found = nextUnits(this.supply, this.journey);
    const { view, words } = this;
    byId("next-lead").textContent = this.goals().length ? words.path_next_lead : words.path_next_all;
    const items = view.open(found.slice(0, this.most));
    if (!found.length) items.push(element("li", {}, words.path_nothing_open));
    if (found.length > this.most) {
      const left = view.phrase("path_more", { n: found.length - this.most });
      const more = element("button", { type: "button" }, left);
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
    const said = { reached: this.view.number(reached.length), of: this.view.number(goals.length) };
    const shown = goals.length ? this.view.phrase("path_reached", said) : this.words.path_no_goals;
    byId("progress").replaceChildren(working ? this.words.path_working : shown);
    byId("show").setAttribute("aria-disabled", String(!goals.length));
    byId("show").textContent = this.path ? this.words.path_to_answer : this.words.path_show;
  }

  // After a change: the answer is worked out anew if there is one.
  refresh() {
    if (!this.goals().length) {
      this.solving.stop();
      Object.assign(this, { path: null, wanted: false });
      byId("answer").hidden = true;
      this.showProgress();
    } else if (this.wanted) this.ask();
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
      Object.assign(this, { wanted: true, going: true });
      this.ask();
    }
  }

  goToAnswer() {
    byId("path-your").focus({ preventScroll: true });
    byId("path-your").scrollIntoView({ block: "start" });
  }

  told({ answer, others, failed }) {
    if (others) this.showOthers(others);
    if (failed) this.say(this.words.path_failed);
    if (answer) this.showAnswer(answer);
    if (answer || failed) this.showProgress();
  }

  showAnswer(path) {
    this.path = path;
    const { view } = this;
    byId("answer").hidden = false;
    byId("answer").removeAttribute("aria-busy");
    byId("verdict").replaceChildren(...view.verdict(path));
    byId("steps").replaceChildren(...view.path(path));
    byId("blocked").replaceChildren(...view.blocked(path.blocked));
    byId("others").replaceChildren();
    byId("picture").replaceChildren(...(path.steps.length ? this.picture(path) : []));
    if (this.going) this.goToAnswer();
    this.going = false;
  }

  picture(path) {
    const { words } = this;
    const termed = (n) => words.path_term.replace("{n}", n);
    const frame = element("div", { className: "scroller", tabIndex: 0, role: "region" });
    frame.setAttribute("aria-labelledby", "path-picture");
    frame.append(pictureOf(path, this.data, words.path_picture, termed));
    const title = element("h3", { id: "path-picture" }, words.path_picture);
    return [title, element("p", { className: "lead" }, words.path_picture_lead), frame];
  }

  showOthers(paths) {
    if (this.path?.steps.length)
      byId("others").replaceChildren(...this.view.others(this.path, paths));
  }
}

new PathPage(JSON.parse(byId("path-data").textContent)).begin();
