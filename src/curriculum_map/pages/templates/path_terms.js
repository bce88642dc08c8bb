// In the worker too.
"use strict";
// When each unit of a path is taken, as `analysis/paths/terms.py` and `plan.py` have it.
// A calendar is {perYear, terms(unit) or undefined, loads(unit), most or null}.

// So many decisions the solver still takes in a fraction of a second.
const LARGEST = 8000;

function calendarOf(data, journey) {
  const { load } = journey;
  return {
    perYear: journey.terms,
    terms: (unit) => data.units[unit].terms,
    loads: (unit) => (load ? (data.units[unit][load.counted] ?? 0) : 0),
    most: load ? load.amount : null,
  };
}

function offers(calendar, unit, term) {
  const terms = calendar.terms(unit);
  return !terms || terms.includes(((term - 1) % calendar.perYear) + 1);
}

// Put units into terms, each time those that `begun(waiting, found, term)` names, until no
// more can be begun for a year; those that never can are left out.
function inTerms(units, calendar, begun) {
  const found = new Map();
  const waiting = new Set(units);
  for (let term = 1, idle = 0; waiting.size && idle < calendar.perYear; term += 1) {
    const now = [...begun(waiting, found, term)];
    for (const unit of now) {
      found.set(unit, term);
      waiting.delete(unit);
    }
    idle = now.length ? 0 : idle + 1;
  }
  return found;
}

// The first term in which each unit could be taken if all of them are, the load left aside.
function earliestTerms(units, needs, calendar) {
  return inTerms(units, calendar, (waiting, found, term) => {
    const now = [...waiting].filter((unit) => offers(calendar, unit, term));
    return beginnable(now, found, needs);
  });
}

// As many units in each term as the load allows, or null where that is not enough.
function listedTerms(units, needs, calendar) {
  for (const unit of units)
    for (const leaf of leaves(needOf(needs, unit))) if (leaf.timing === TOGETHER) return null;
  const order = mostUrgentFirst(units, needs);
  const found =
    calendar.most === null
      ? earliestTerms(units, needs, calendar)
      : inTerms(units, calendar, (_, done, term) => fitting(order, done, needs, calendar, term));
  return found.size === units.size ? found : null;
}

function fitting(order, done, needs, calendar, term) {
  const now = new Set();
  let room = calendar.most;
  for (const unit of order) {
    const fits = !done.has(unit) && offers(calendar, unit, term) && calendar.loads(unit) <= room;
    if (fits && holds(needOf(needs, unit), done, now)) {
      now.add(unit);
      room -= calendar.loads(unit);
    }
  }
  return now;
}

// Units with the longest tail of units behind them come first.
function mostUrgentFirst(units, needs) {
  const tail = new Map([...units].map((unit) => [unit, 0]));
  for (let round = 0, changed = true; changed && round < units.size; round += 1) {
    changed = false;
    const before = new Map(tail);
    for (const unit of units)
      for (const option of named(needOf(needs, unit)).filter((each) => units.has(each))) {
        const longer = Math.min(before.get(unit) + 1, units.size);
        if (longer > tail.get(option)) changed = Boolean(tail.set(option, longer));
      }
  }
  return [...units].sort((a, b) => tail.get(b) - tail.get(a) || a - b);
}

// A task put to the solver with terms: one decision whether a unit is done by a term.
class TimedQuestion {
  constructor(task, calendar, last, haste = 0) {
    Object.assign(this, { task, calendar, last, build: new Builder(), done: new Map() });
    this.units = [...task.costs.keys()];
    for (const [unit, first] of earliestTerms(this.units, task.needs, calendar))
      this.decide(unit, first, haste);
    for (const demand of task.demands)
      this.build.demand(demand, (leaf) => this.by(leaf.one, last));
    for (const unit of this.units)
      for (let term = 1; term <= last; term += 1)
        this.condition(unit, needOf(task.needs, unit), term);
    this.limit();
  }

  decide(unit, first, haste) {
    let done;
    for (let term = first; term <= this.last; term += 1) {
      if (offers(this.calendar, unit, term)) {
        const now = this.build.decision(-haste);
        if (done !== undefined) this.build.atLeast([[now, 1], [done, -1]], 0);
        done = now;
      }
      if (done !== undefined) this.done.set(`${unit}.${term}`, done);
    }
    if (done !== undefined) this.build.costs[done] += this.task.costs.get(unit);
  }

  at(unit, term, weight = 1) {
    const found = this.done.get(`${unit}.${term}`);
    return found === undefined ? [] : [[found, weight]];
  }

  by(units, term) {
    return [...units].flatMap((unit) => this.at(unit, term));
  }

  begun(unit, term, weight = 1) {
    return [...this.at(unit, term, weight), ...this.at(unit, term - 1, -weight)];
  }

  condition(unit, needs, term) {
    const now = this.done.get(`${unit}.${term}`);
    if (isAlways(needs) || now === this.done.get(`${unit}.${term - 1}`)) return;
    const leaf = ({ one: options, timing }) =>
      timing === TOGETHER
        ? options.flatMap((option) => this.begun(option, term))
        : this.by(options, timing === BEFORE ? term - 1 : term);
    // What has to come in the same term is asked for in the term of the unit only.
    const strict = leaves(needs).some((each) => each.timing === TOGETHER);
    this.build.demand(needs, leaf, strict ? this.begun(unit, term) : this.at(unit, term));
  }

  limit() {
    const { calendar, last, task, units } = this;
    for (const { weights, most } of task.limits)
      this.build.atMost(units.flatMap((unit) => this.at(unit, last, weights.get(unit) ?? 0)), most);
    for (const set of task.unlike)
      if (isWithin(set, task.costs)) this.build.atMost(this.by(set, last), set.size - 1);
    if (calendar.most === null) return;
    for (let term = 1; term <= last; term += 1) {
      const begun = units.flatMap((unit) => this.begun(unit, term, calendar.loads(unit)));
      this.build.atMost(begun, calendar.most);
    }
  }

  timetable(chosen) {
    const terms = new Map();
    for (const [key, decision] of this.done)
      if (chosen.has(decision)) {
        const [unit, term] = key.split(".").map(Number);
        terms.set(unit, Math.min(term, terms.get(unit) ?? term));
      }
    return terms;
  }

  // What the solver finds: {terms, impossible}; `terms` is null if it finds none.
  answer(solver, clock) {
    const best = cheapest(solver, this.build, clock());
    return { terms: best.chosen && this.timetable(best.chosen), impossible: best.impossible };
  }
}

const finishOf = (terms) => Math.max(0, ...terms.values());

// Terms for all of some units, in all as early as possible, none after `last` if it is not 0.
function termsOf(solver, task, units, calendar, clock, last = 0) {
  const own = among(task, units);
  const found = listedTerms(units, own.needs, calendar);
  if (found && (!last || finishOf(found) <= last)) return found;
  const free = {
    ...own,
    unlike: [],
    demands: [...units].map((unit) => one([unit])),
    costs: new Map([...units].map((unit) => [unit, 0])),
  };
  // Nothing is gained by waiting longer than once around the year before each unit.
  const end = last || units.size * calendar.perYear;
  return new TimedQuestion(free, calendar, end, 1).answer(solver, clock).terms;
}

// A term before which no units can meet the demands of a task.
function noSooner(task, units, calendar) {
  const first = earliestTerms(units, task.needs, calendar);
  for (const last of ascending([0, ...first.values()])) {
    const there = new Set([...first].filter(([, term]) => term <= last).map(([unit]) => unit));
    if (task.demands.every((demand) => holds(demand, there))) return last;
  }
  return 0;
}

// Improve a set that is proved cheapest by one that is as cheap and finished earlier.
function soonest(solver, task, choice, found, calendar, clock, picks) {
  const useful = among(task, choice.useful);
  let earliest = noSooner(useful, choice.useful, calendar);
  const finish = finishOf(found.terms);
  if (isSame(choice.useful, choice.units) && finish === earliest)
    return { ...found, soonest: earliest };
  const same = { weights: task.costs, most: choice.cost };
  const asked = { ...useful, costs: picks(choice.useful), limits: [...task.limits, same] };
  for (let last = earliest; last <= finish && choice.useful.size * last <= LARGEST; last += 1) {
    const best = new TimedQuestion(asked, calendar, last).answer(solver, clock);
    if (best.terms) {
      const units = new Set(best.terms.keys());
      const tidy = termsOf(solver, task, units, calendar, clock, last) ?? best.terms;
      return { ...found, terms: tidy, soonest: last };
    }
    if (!best.impossible) break;
    earliest = last + 1;
  }
  return { ...found, soonest: earliest };
}

// A cheapest set of units that meets a task, and terms for them: {terms, cost, bound, soonest,
// impossible}. Of equally cheap ones one that is finished earliest, of these one with the fewest
// units, of these the one that `picks` says. `terms` is null if none was found.
function cheapestPath(solver, task, calendar, clock, picks) {
  const choice = cheapestSet(solver, task, clock);
  const { cost, bound, impossible } = choice;
  if (!choice.units) return { terms: null, cost: 0, bound, soonest: 0, impossible };
  const terms = termsOf(solver, task, choice.units, calendar, clock);
  if (!terms && clock() > 0) {
    // These units have to come in the same term and cannot: look for others.
    const others = { ...task, otherThan: [...task.otherThan, choice.units] };
    return cheapestPath(solver, others, calendar, clock, picks);
  }
  const found = { terms, cost, bound, soonest: 0, impossible: false };
  if (!terms || bound < cost) return found;
  return soonest(solver, task, choice, found, calendar, clock, picks);
}
