"use strict";
// The answers as lists: the path by term, what is in the way, other ways, what is open now.
class Result extends View {
  // What a path comes to: units, hours where they are known, terms.
  total(path) {
    const said = [this.count("path_units", path.steps.length)];
    if (path.measure === "hours") said.push(this.hours(1000 * path.cost));
    said.push(this.count("path_terms", path.finish));
    return this.listed(said.map((each) => element("span", {}, each)), 3);
  }

  verdict(path) {
    const beyond = path.steps.length ? path.blocked.length : 0;
    return [...(beyond ? [this.count("path_partly", beyond)] : []), this.judged(path)];
  }

  judged(path) {
    if (path.orderless) return this.phrase("path_orderless");
    if (path.late) return this.phrase("path_late");
    if (!path.steps.length) return this.phrase(path.blocked.length ? "path_nothing_helps" : "path_there");
    const what = this.total(path);
    const percent = Math.ceil((100 * (path.cost - path.bound)) / path.cost);
    if (path.bound < path.cost) return this.phrase("path_within", { what, percent });
    return this.phrase(path.soonest >= path.finish ? "path_proved" : "path_cheapest", { what });
  }

  path(path) {
    const terms = ascending(path.steps.map((step) => step.term));
    const parts = terms.flatMap((term) => {
      const steps = path.steps.filter((step) => step.term === term);
      return [
        element("h3", {}, this.phrase("path_term", { n: term }), this.termHours(steps)),
        element("ol", { className: "steps", role: "list" }, ...steps.map((step) => this.step(step))),
      ];
    });
    const counted = path.steps.length && path.measure === "units";
    return [...parts, counted ? element("p", { className: "aside" }, this.words.path_counted) : ""];
  }

  termHours(steps) {
    const hours = steps.map((step) => this.data.units[step.unit].hours);
    if (hours.includes(undefined)) return "";
    const sum = hours.reduce((all, each) => all + each, 0);
    return element("span", { className: "aside" }, " · ", this.hours(sum));
  }

  step({ unit, gives, neededBy }) {
    const made = this.tick(unit, false);
    const goals = gives.map((goal) => this.goal(goal));
    const later = neededBy.map((each) => this.unit(each));
    const line = (name, nodes) => element("p", {}, this.phrase(name, { what: this.listed(nodes) }));
    if (goals.length) made.append(line("path_gives", goals));
    if (later.length) made.append(line("path_needed_by", later));
    made.append(...this.warnings(unit, gives));
    const { id, name } = this.data.units[unit];
    const label = this.words.path_leave_out_what.replace("{what}", () => name[0]);
    const button = element("button", { type: "button", "aria-label": label }, this.words.path_leave_out);
    button.dataset.leave = id;
    made.append(button);
    return made;
  }

  warnings(unit, gives) {
    const { hours, assumed, audience, entry, programmes } = this.data.units[unit];
    const said = [];
    if (hours === undefined) said.push(this.phrase("path_no_hours"));
    if (assumed) said.push(this.phrase("path_assumed"));
    if (this.isSuggested(unit, gives)) said.push(this.phrase("path_suggested"));
    if (audience) said.push(this.phrase("path_for", { what: saidText(audience) }));
    if (entry) said.push(this.phrase("path_entry", { what: saidText(entry) }));
    const names = (programmes ?? []).map((at) => saidText(this.data.programmes[at].name));
    if (names.length) said.push(this.phrase("path_in", { what: this.listed(names) }));
    return said.map((each) => element("p", { className: "warn" }, each));
  }

  // Whether a goal rests on contributions that are suggested or disputed only.
  isSuggested(unit, gives) {
    return gives.some((goal) =>
      (this.data.units[unit].brings ?? []).some(
        ([competency, rank, sure]) =>
          goal.unit === undefined &&
          rank >= goal.rank &&
          sure < goal.rank &&
          this.narrower(goal.competency).includes(competency),
      ),
    );
  }

  narrower(competency) {
    return [competency, ...this.data.competencies[competency].parts.flatMap((part) => this.narrower(part))];
  }

  blocked(found) {
    if (!found.length) return [];
    const items = found.map((each) =>
      element("li", {}, element("p", {}, element("b", {}, this.goal(each.goal))), ...this.reasons(each)),
    );
    return [
      element("h3", {}, this.words.path_blocked),
      element("p", { className: "lead" }, this.words.path_blocked_lead),
      ...this.long("ul", items, 6),
    ];
  }

  // A list of which the end is shown when asked for.
  long(tag, items, most) {
    const list = (some) => element(tag, { className: "steps", role: "list" }, ...some);
    if (items.length <= most + 1) return [list(items)];
    const more = this.phrase("path_more", { n: items.length - most });
    const rest = element("details", {}, element("summary", {}, more), list(items.slice(most)));
    return [list(items.slice(0, most)), rest];
  }

  // What is missing, unless it is the goal itself, and why nobody can take it.
  reasons({ missing, by, waiting, shut, nearest }) {
    const what = this.missing(missing);
    const said = this.way(waiting, what, shut, nearest);
    if (by !== undefined && what) said.unshift(this.phrase("path_requires", { unit: this.unit(by), what }));
    else if (missing.ids?.length > 1) said.unshift(this.phrase("path_asked", { what }));
    return said.map((node) => element("p", {}, node));
  }

  way(waiting, what, shut, nearest) {
    if (waiting) return [this.phrase("path_circle")];
    if (what === null) return [this.phrase("path_impossible")];
    if (shut.length)
      return shut.slice(0, 3).map(({ unit, why }) =>
        this.phrase(`path_shut_${why}`, { unit: this.unit(unit), institution: this.institutionOf(unit) }),
      );
    if (!nearest) return [this.phrase("path_nobody")];
    const { unit, competency, rank } = nearest;
    const level = this.level(competency, rank);
    return [this.phrase("path_nearest", { unit: this.unit(unit), institution: this.institutionOf(unit), level })];
  }

  missing({ unit, ids, rank }) {
    if (unit !== undefined) return this.unit(unit);
    if (!ids) return null;
    const names = ids.map((each) => this.competency(each));
    const chain = element("span", {}, ...names.flatMap((name, at) => (at ? [" › ", name] : [name])));
    return this.phrase("path_at", { competency: chain, level: this.level(ids[0], rank) });
  }

  others(first, paths) {
    const head = [element("h3", {}, this.words.path_others)];
    if (!paths.length) return [...head, element("p", {}, this.words.path_no_others)];
    const lead = element("p", { className: "lead" }, this.words.path_others_lead);
    return [...head, lead, ...paths.map((path) => this.other(first, path))];
  }

  other(first, path) {
    const units = (steps) => new Set(steps.map((step) => step.unit));
    const [before, now] = [units(first.steps), units(path.steps)];
    const names = (some, without) =>
      this.listed([...some].filter((each) => !without.has(each)).map((each) => this.unit(each)));
    const added = [...now].some((unit) => !before.has(unit));
    const change = { with: names(now, before), without: names(before, now) };
    const said = this.phrase(added ? "path_instead" : "path_only_without", change);
    const steps = path.steps.map(({ unit, term }) =>
      element("li", {}, this.phrase("path_term", { n: term }), ": ", this.unit(unit), " ", this.about(unit)),
    );
    const summary = element("summary", {}, element("span", {}, this.total(path), ": ", said));
    return element("details", {}, summary, element("ol", { role: "list" }, ...steps));
  }

  open(found) {
    const items = found.map(({ unit, gives, opens }) => {
      const made = this.tick(unit, false);
      const goals = gives.map((goal) => this.goal(goal));
      const later = opens.map((each) => this.unit(each));
      if (goals.length) made.append(element("p", {}, this.phrase("path_gives", { what: this.listed(goals) })));
      if (later.length) made.append(element("p", {}, this.phrase("path_opens", { what: this.listed(later) })));
      return made;
    });
    return items;
  }
}
