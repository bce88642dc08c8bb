// In the worker too.
"use strict";
// What a learner still has to take, as `analysis/paths/needs.py` and `question.py` have it.
// A journey is {to: [goals], units, held: [[competency, rank]], limits: {institutions, languages,
// without}, load: {amount, counted} or null, terms}. A goal is {unit} or {competency, rank}.

// The data of the page, ready to be looked up; everything here holds for every learner.
function supplyOf(data) {
  const holders = data.units.map((_, unit) => [unit]);
  const bringing = data.competencies.map(() => []);
  data.units.forEach((unit, at) => {
    for (const part of unit.parts ?? []) holders[part].push(at);
    for (const [competency, rank] of unit.brings ?? []) bringing[competency].push([at, rank]);
  });
  return { data, holders, bringing, inside: (unit) => [unit, ...(data.units[unit].parts ?? [])] };
}

// Each goal once, units first; of two levels of one competency only the higher.
function goalsOf(goals) {
  const ranks = new Map();
  for (const { competency, rank } of goals.filter((goal) => goal.unit === undefined))
    ranks.set(competency, Math.max(rank, ranks.get(competency) ?? 0));
  const units = ascending(goals.map((goal) => goal.unit).filter((unit) => unit !== undefined));
  const wanted = ascending(ranks.keys()).map((c) => ({ competency: c, rank: ranks.get(c) }));
  return [...units.map((unit) => ({ unit })), ...wanted];
}

function heldOf(supply, journey) {
  const units = new Set(journey.units.flatMap(supply.inside));
  const ranks = new Map();
  const claimed = [...units].flatMap((unit) => supply.data.units[unit].brings ?? []);
  for (const [competency, rank] of [...journey.held, ...claimed])
    ranks.set(competency, Math.max(rank, ranks.get(competency) ?? 0));
  return { units, itself: (competency) => ranks.get(competency) ?? 0 };
}

// What keeps units out: a name for the reason, and whether it holds for a unit.
function doorsOf(data, journey) {
  const { institutions, languages, without } = journey.limits;
  const offering = belonging(data, institutions);
  const doors = [];
  const shut = (why, keeps) => doors.push({ why, keeps });
  const out = new Set(without);
  if (out.size) shut("without", (_, at) => out.has(at));
  if (offering.size) shut("institution", (unit) => !offering.has(unit.institution));
  if (languages.length)
    shut("language", (unit) => !unit.languages?.some((each) => languages.includes(each)));
  if (data.terms > journey.terms)
    shut("term", (unit) => unit.terms && Math.min(...unit.terms) > journey.terms);
  if (journey.load) {
    const { amount, counted } = journey.load;
    shut(`unknown_${counted}`, (unit) => unit[counted] === undefined);
    shut("heavy", (unit) => unit[counted] > amount);
  }
  return doors;
}

function belonging(data, institutions) {
  const found = new Set(institutions);
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    data.institutions.forEach((each, at) => found.has(each.under) && found.add(at));
  }
  return found;
}

// Says what is missing, given what is held and which units are open.
class Wanting {
  constructor(supply, held, takeable) {
    Object.assign(this, { supply, held, takeable, known: new Map() });
  }

  // The chains of a competency that are below a rank, each with the open units that bring one of
  // it far enough; a chain that is reached by whatever reaches another one is left out.
  covers(competency, rank) {
    const key = `${competency}@${rank}`;
    if (!this.known.has(key)) this.known.set(key, this.fromParts(competency, rank));
    return this.known.get(key);
  }

  fromParts(competency, rank) {
    if (this.held.itself(competency) >= rank) return [];
    const far = this.supply.bringing[competency].filter(([, reached]) => reached >= rank);
    const own = far.map(([unit]) => unit).filter((unit) => this.takeable.has(unit));
    const parts = this.supply.data.competencies[competency].parts;
    if (!parts.length) return [{ ids: [competency], units: new Set(own) }];
    let kept = [];
    for (const below of parts.flatMap((part) => this.covers(part, rank))) {
      const chain = { ids: [competency, ...below.ids], units: new Set([...own, ...below.units]) };
      if (!kept.some((other) => isWithin(other.units, chain.units)))
        kept = [...kept.filter((other) => !isWithin(chain.units, other.units)), chain];
    }
    return kept;
  }

  reaching(goal) {
    if (goal.unit !== undefined) return this.having(goal.unit);
    return every(this.covers(goal.competency, goal.rank).map((cover) => one(cover.units)));
  }

  having(unit, timing = BEFORE) {
    if (this.held.units.has(unit)) return ALWAYS;
    return one(this.supply.holders[unit].filter((each) => this.takeable.has(each)), timing);
  }

  needs(unit) {
    const before = this.builtOn(unit).flatMap(([c, rank]) => this.covers(c, rank));
    const covering = before.filter((cover) => !cover.units.has(unit));
    return every([this.requisites(unit), ...covering.map((cover) => one(cover.units))]);
  }

  requisites(unit) {
    const inside = this.supply.inside(unit);
    const open = inside.filter((each) => !this.held.units.has(each));
    const trees = open.map((each) => this.supply.data.units[each].requires).filter(Boolean);
    return every(trees.map((tree) => this.tree(tree, inside)));
  }

  tree(tree, inside) {
    if (Array.isArray(tree)) return inside.includes(tree[0]) ? ALWAYS : this.having(...tree);
    const items = (tree.all ?? tree.any).map((item) => this.tree(item, inside));
    return tree.all ? every(items) : some(items);
  }

  // What every competency requires that the unit takes further than it is held.
  builtOn(unit) {
    const found = new Map();
    for (const [competency, rank] of this.supply.data.units[unit].brings ?? [])
      if (this.covers(competency, rank).length)
        for (const need of this.supply.data.competencies[competency].requires)
          if (need[1]) found.set(String(need), need);
    return [...found.values()].sort(([a, x], [b, y]) => a - b || x - y);
  }
}

function isWithin(small, large) {
  for (const each of small) if (!large.has(each)) return false;
  return true;
}

function startOf(supply, journey) {
  const held = heldOf(supply, journey);
  const doors = doorsOf(supply.data, journey);
  const open = (unit, at) => !held.units.has(at) && !doors.some((door) => door.keeps(unit, at));
  const takeable = supply.data.units.map((unit, at) => open(unit, at) && at);
  return { doors, wanting: new Wanting(supply, held, new Set(takeable.filter((at) => at !== false))) };
}

// Goals, and everything that could help to reach them. `also` are units to keep in any case.
function questionOf(wanting, goals, also = []) {
  const wanted = goals.map((goal) => ({ goal, formula: wanting.reaching(goal) }));
  const around = closure([...wanted.flatMap((each) => named(each.formula)), ...also], (unit) =>
    wanting.needs(unit),
  );
  const begun = founded(around.keys(), around);
  const reached = wanted.map(({ goal, formula }) => ({ goal, formula: within(formula, begun) }));
  const fine = reached.filter((each) => !isNever(each.formula));
  const start = [...fine.flatMap((each) => named(each.formula)), ...also.filter((u) => begun.has(u))];
  const needs = closure(start, (unit) => within(around.get(unit), begun));
  const blocked = reached.filter((each) => isNever(each.formula)).map((each) => each.goal);
  return { wanting, goals: fine, blocked, needs, ...costsOf(wanting.supply.data, [...needs.keys()]) };
}

// Hours if all units state their workload, else one each; whole numbers without a common divisor.
function costsOf(data, units) {
  const hours = units.map((unit) => data.units[unit].hours);
  if (hours.includes(undefined))
    return { measure: "units", step: 1, costs: new Map(units.map((unit) => [unit, 1])) };
  const shared = hours.reduce(commonDivisor, 0) || 1;
  const costs = new Map(units.map((unit, at) => [unit, hours[at] / shared]));
  return { measure: "hours", step: shared / 1000, costs };
}

const commonDivisor = (a, b) => (b ? commonDivisor(b, a % b) : a);

// The goals towards which each of some units counts.
function givenBy(question, units) {
  const found = new Map(units.map((unit) => [unit, []]));
  for (const { goal, formula } of question.goals)
    for (const unit of new Set(named(formula))) found.get(unit)?.push(goal);
  return found;
}
