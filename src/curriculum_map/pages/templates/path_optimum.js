// In the worker too.
"use strict";
// A cheapest set of units, as `analysis/optimum/` finds it; `solver` is HiGHS, the same program
// that the command line uses, compiled for browsers.

// Costs are whole numbers, so that the solver's fractions cannot make it wrong by one.
const SLACK = 1e-2;
const OPTIONS = {
  output_flag: false,
  random_seed: 0,
  mip_rel_gap: 0,
  mip_abs_gap: 0.98,
  mip_feasibility_tolerance: 1e-9,
};

// Conditions on units written as conditions on yes-or-no decisions.
class Builder {
  constructor() {
    this.costs = [];
    this.rows = [];
  }

  decision(cost = 0) {
    return this.costs.push(cost) - 1;
  }

  // A sum over [decision, weight] is at least a number; trivial conditions are left out.
  atLeast(terms, least) {
    const weights = new Map();
    for (const [n, weight] of terms) weights.set(n, (weights.get(n) ?? 0) + weight);
    const kept = [...weights].filter(([, weight]) => weight);
    if (kept.reduce((sum, [, weight]) => sum + Math.min(weight, 0), 0) >= least) return;
    const shared = kept.reduce((all, [, weight]) => commonDivisor(all, Math.abs(weight)), 0) || 1;
    this.rows.push({
      weights: kept.map(([n, weight]) => [n, weight / shared]),
      least: Math.ceil(least / shared),
    });
  }

  atMost(terms, most) {
    this.atLeast(terms.map(([n, weight]) => [n, -weight]), -most);
  }

  // A condition holds as far as it is asked for: where the terms `by` are 1 or more, none means
  // always. `leaf` gives the terms of which one has to be there.
  demand(formula, leaf, by = []) {
    const debt = by.map(([n, weight]) => [n, -weight]);
    const least = by.length ? 0 : 1;
    if (formula.one) this.atLeast([...leaf(formula), ...debt], least);
    else if (formula.every) for (const item of formula.every) this.demand(item, leaf, by);
    else this.atLeast([...formula.some.flatMap((item) => this.either(item, leaf)), ...debt], least);
  }

  either(formula, leaf) {
    if (formula.one) return leaf(formula);
    const holding = this.decision();
    this.demand(formula, leaf, [[holding, 1]]);
    return [[holding, 1]];
  }
}

function modelOf(solver, asked, integer) {
  const [columns, rows] = [asked.costs.length, asked.rows.length];
  const entries = asked.rows.flatMap((row) => row.weights);
  const starts = [0];
  for (const row of asked.rows) starts.push(starts.at(-1) + row.weights.length);
  return {
    numCols: columns,
    numRows: rows,
    colCost: Float64Array.from(asked.costs),
    colLower: new Float64Array(columns),
    colUpper: new Float64Array(columns).fill(1),
    rowLower: Float64Array.from(asked.rows, (row) => row.least),
    rowUpper: new Float64Array(rows).fill(solver.infinity),
    matrix: {
      format: "csr",
      numRows: rows,
      numCols: columns,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(entries, ([n]) => n),
      values: Float64Array.from(entries, ([, weight]) => weight),
    },
    ...(integer && { integrality: new Int32Array(columns).fill(1) }),
  };
}

// A cheapest choice: {chosen, bound, impossible}. `chosen` is null if none was found in time.
function cheapest(solver, asked, seconds) {
  const free = asked.costs.reduce((sum, cost) => sum + Math.min(cost, 0), 0);
  if (!asked.costs.length) {
    const met = asked.rows.every((row) => row.least <= 0);
    return { chosen: met ? new Set() : null, bound: 0, impossible: !met };
  }
  if (seconds <= 0) return { chosen: null, bound: free, impossible: false };
  return solver.withModel(modelOf(solver, asked, true), (model) => {
    model.options.set({ ...OPTIONS, time_limit: seconds });
    model.run();
    if (model.getModelStatus() === solver.constants.modelStatus.infeasible)
      return { chosen: null, bound: 0, impossible: true };
    const found = model.info.get("mip_dual_bound");
    const bound = Math.abs(found) < 1e30 ? Math.max(free, Math.ceil(found - SLACK)) : free;
    return { chosen: chosenOf(asked, model.getSolution().colValue), bound, impossible: false };
  });
}

function chosenOf(asked, values) {
  const chosen = new Set();
  values.forEach((value, n) => value > 0.5 && chosen.add(n));
  const weight = (row) => row.weights.reduce((sum, [n, w]) => sum + (chosen.has(n) ? w : 0), 0);
  return values.length && asked.rows.every((row) => weight(row) >= row.least) ? chosen : null;
}

// The decisions that no choice takes which costs at most `most`: taken in part, they would already
// cost more. There may be others.
function tooDear(solver, asked, most) {
  if (!asked.costs.length) return new Set();
  return solver.withModel(modelOf(solver, asked, false), (model) => {
    model.options.set(OPTIONS);
    model.run();
    const dear = new Set();
    if (model.getModelStatus() !== solver.constants.modelStatus.optimal) return dear;
    const room = Math.max(most + SLACK - model.getObjectiveValue(), SLACK);
    model.getSolution().colDual.forEach((more, n) => more > room && dear.add(n));
    return dear;
  });
}

// A task is {costs, demands, needs, limits: [{weights, most}], unlike: [sets], otherThan: [sets]};
// see `Task` of `analysis/optimum/set.py`.
function taskOf(costs, demands, needs) {
  return { costs, demands, needs, limits: [], unlike: [], otherThan: [] };
}

function among(task, units) {
  const costs = new Map([...task.costs].filter(([unit]) => units.has(unit)));
  const own = [...task.needs].filter(([unit]) => units.has(unit));
  return {
    ...task,
    costs,
    demands: task.demands.map((demand) => within(demand, costs)),
    needs: new Map(own.map(([unit, needs]) => [unit, within(needs, costs)])),
  };
}

function meets(task, units) {
  return (
    task.demands.every((demand) => holds(demand, units)) &&
    founded(units, task.needs).size === units.size
  );
}

const isSame = (one, other) => one.size === other.size && isWithin(one, other);

// Leave out units one after the other, dearest first, as long as the rest does.
function withoutBallast(task, units) {
  let kept = units;
  const dearest = [...units].sort((a, b) => task.costs.get(b) - task.costs.get(a) || a - b);
  for (const unit of dearest) {
    const less = new Set([...kept].filter((each) => each !== unit));
    if (!task.otherThan.some((set) => isSame(set, less)) && meets(task, less)) kept = less;
  }
  return kept;
}

// A task put to the solver with one decision for each unit.
class SetQuestion {
  constructor(task) {
    this.task = task;
    this.build = new Builder();
    this.number = new Map([...task.costs].map(([unit, cost]) => [unit, this.build.decision(cost)]));
    const leaf = ({ one: options }) => this.terms(options);
    for (const demand of task.demands) this.build.demand(demand, leaf);
    for (const [unit, needs] of task.needs) this.build.demand(needs, leaf, this.terms([unit]));
    for (const { weights, most } of task.limits)
      this.build.atMost([...this.number].map(([unit, n]) => [n, weights.get(unit) ?? 0]), most);
    for (const units of task.unlike)
      if (isWithin(units, task.costs)) this.build.atMost(this.terms(units), units.size - 1);
    for (const units of task.otherThan) this.exclude(units);
  }

  terms(units, weight = 1) {
    const known = [...units].filter((unit) => this.number.has(unit));
    return known.map((unit) => [this.number.get(unit), weight]);
  }

  exclude(units) {
    if (!isWithin(units, this.number)) return;
    const outside = [...this.number.keys()].filter((unit) => !units.has(unit));
    this.build.atLeast([...this.terms(units, -1), ...this.terms(outside)], 1 - units.size);
  }

  units(chosen) {
    return new Set([...this.number].filter(([, n]) => chosen.has(n)).map(([unit]) => unit));
  }

  useful(solver, most) {
    const dear = tooDear(solver, this.build, most);
    return new Set([...this.number].filter(([, n]) => !dear.has(n)).map(([unit]) => unit));
  }

  // Units that wait for each other need help from outside: one of the units that are named by
  // what they need and were not chosen. Tells whether there were any such units.
  forbidCircles(chosen) {
    const begun = founded(chosen, this.task.needs);
    const circle = [...chosen].filter((unit) => !begun.has(unit));
    const waits = new Map(circle.map((unit) => [unit, named(needOf(this.task.needs, unit))]));
    for (const unit of circle) {
      const around = reached(unit, waits);
      const helpers = ascending([...around].flatMap((each) => waits.get(each)));
      const outside = helpers.filter((each) => !chosen.has(each));
      this.build.atLeast([...this.terms(outside), ...this.terms([unit], -1)], 0);
    }
    return circle.length > 0;
  }
}

function reached(start, waits) {
  const found = new Set([start]);
  for (const unit of found)
    for (const other of waits.get(unit)) if (waits.has(other)) found.add(other);
  return found;
}

// A cheapest set of units that meets a task: {units, cost, bound, impossible, useful}.
// `useful` are the units in any set that is as cheap; all units unless it is proved cheapest.
function cheapestSet(solver, task, clock) {
  const question = new SetQuestion(task);
  let best;
  let chosen;
  let bound = 0;
  do {
    best = cheapest(solver, question.build, clock());
    bound = Math.max(bound, best.bound);
    chosen = best.chosen && question.units(best.chosen);
  } while (chosen && question.forbidCircles(chosen));
  const all = new Set(task.costs.keys());
  if (!chosen) return { units: null, cost: 0, bound, impossible: best.impossible, useful: all };
  const units = withoutBallast(task, chosen);
  const cost = costOf(task.costs, units);
  const useful = bound >= cost ? question.useful(solver, cost) : all;
  return { units, cost, bound: Math.min(bound, cost), impossible: false, useful };
}

const costOf = (costs, units) => [...units].reduce((sum, unit) => sum + costs.get(unit), 0);
