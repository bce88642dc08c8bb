// In the worker too.
"use strict";
// The answers the page shows. A journey is described in `path_question.js`.

// What is open now, with what each gives and opens later; without goals all that is open.
function nextUnits(supply, journey) {
  const { wanting } = startOf(supply, journey);
  const goals = goalsOf(journey.to);
  const question = questionOf(wanting, goals, goals.length ? [] : [...wanting.takeable]);
  const now = beginnable(question.needs.keys(), new Set(), question.needs);
  const rest = [...question.needs.keys()].filter((unit) => !now.has(unit));
  const opens = new Map([...now].map((unit) => [unit, []]));
  for (const later of ascending(beginnable(rest, now, question.needs)))
    for (const unit of new Set(named(question.needs.get(later)))) opens.get(unit)?.push(later);
  const gives = givenBy(question, [...now]);
  return ascending(now).map((unit) => ({ unit, gives: gives.get(unit), opens: opens.get(unit) }));
}

// Which goals are reached already by what is held.
function reachedGoals(supply, journey) {
  const { wanting } = startOf(supply, journey);
  const goals = goalsOf(journey.to);
  return { goals, reached: goals.filter((goal) => isAlways(wanting.reaching(goal))) };
}

// What keeps goals from being reached; needs no solver.
function blockedGoals(supply, journey) {
  const { doors, wanting } = startOf(supply, journey);
  const question = questionOf(wanting, goalsOf(journey.to));
  const search = new Search(question, doors);
  return { blocked: question.blocked.flatMap((goal) => search.of(goal)), question };
}

// A cheapest path: {steps, measure, cost, bound, finish, soonest, blocked, orderless, late}. Each
// step has its unit, term, what it gives, and which units of the path need it; there are none if
// no order of terms does (orderless), or none was found in time (late).
function learningPath(solver, supply, journey, seconds = 10) {
  const { blocked, question } = blockedGoals(supply, journey);
  const { terms, impossible, ...path } = solved(solver, supply, journey, question, [], seconds);
  return { ...path, blocked, orderless: impossible, late: !terms && !impossible };
}

// The next best paths: each leaves out something of every one before. At most `count`.
function alternatives(solver, supply, journey, first, count, seconds = 10) {
  const { question } = blockedGoals(supply, journey);
  const others = [];
  const unlike = [first];
  while (others.length < count && unlike.at(-1).length) {
    const { terms, ...path } = solved(solver, supply, journey, question, unlike, seconds);
    if (!terms) break;
    unlike.push([...terms.keys()]);
    others.push(path);
  }
  return others;
}

function solved(solver, supply, journey, question, unlike, seconds) {
  const demands = question.goals.map((each) => each.formula);
  const task = taskOf(question.costs, demands, question.needs);
  task.unlike = unlike.map((units) => new Set(units));
  const end = performance.now() + 1000 * seconds;
  const clock = () => (end - performance.now()) / 1000;
  const picks = (units) =>
    new Map(ascending(units).map((u) => [u, 1024 * (units.size + 1) + supply.data.units[u].pick]));
  const found = cheapestPath(solver, task, calendarOf(supply.data, journey), clock, picks);
  const shown = (cost) => Math.round(cost * question.step * 1000) / 1000;
  return {
    terms: found.terms,
    impossible: found.impossible,
    steps: stepsOf(question, found.terms ?? new Map()),
    measure: question.measure,
    cost: shown(found.cost),
    bound: shown(found.bound),
    finish: finishOf(found.terms ?? new Map()),
    soonest: found.soonest,
  };
}

function stepsOf(question, terms) {
  const order = [...terms.keys()].sort((a, b) => terms.get(a) - terms.get(b) || a - b);
  const gives = givenBy(question, order);
  const helps = (unit, later) =>
    leaves(question.needs.get(later)).some(
      (leaf) =>
        leaf.one.includes(unit) &&
        terms.get(unit) <= terms.get(later) - (leaf.timing === BEFORE ? 1 : 0),
    );
  return order.map((unit) => ({
    unit,
    term: terms.get(unit),
    gives: gives.get(unit),
    neededBy: order.filter((later) => helps(unit, later)),
  }));
}
