// In the worker too.
"use strict";
// Conditions on a set of units, as `analysis/optimum/formula.py` has them. A condition is one of
//   {one: [units], timing}   at least one of some units is there; when, as for a requisite
//   {every: [conditions]}    all of them hold
//   {some: [conditions]}     one of them holds
// Units are numbers: their places in the data of the page.
const ALWAYS = { every: [] };
const NEVER = { some: [] };
const BEFORE = "pre";
const TOGETHER = "strict-co";

const ascending = (numbers) => [...new Set(numbers)].sort((a, b) => a - b);
const isAlways = (formula) => formula.every?.length === 0;
const isNever = (formula) => formula.some?.length === 0;

function one(options, timing = BEFORE) {
  const found = ascending(options);
  return found.length ? { one: found, timing } : NEVER;
}

function every(items) {
  if (items.length === 1) return items[0];
  const found = new Map();
  for (const item of items) {
    if (isNever(item)) return NEVER;
    for (const each of item.every ?? [item]) found.set(JSON.stringify(each), each);
  }
  return found.size === 1 ? [...found.values()][0] : { every: [...found.values()] };
}

function some(items) {
  const units = new Map();
  const others = new Map();
  for (const item of items) {
    if (isAlways(item)) return ALWAYS;
    for (const each of item.some ?? [item])
      if (each.one) units.set(each.timing, [...(units.get(each.timing) ?? []), ...each.one]);
      else others.set(JSON.stringify(each), each);
  }
  const found = [...[...units].map(([timing, options]) => one(options, timing)), ...others.values()];
  return found.length === 1 ? found[0] : { some: found };
}

// What is left of a condition if no other units can be there.
function within(formula, units) {
  if (formula.one) return one(formula.one.filter((unit) => units.has(unit)), formula.timing);
  if (formula.every) return every(formula.every.map((item) => within(item, units)));
  return some(formula.some.map((item) => within(item, units)));
}

// The conditions that name units, wherever in a condition; and the units they name.
function leaves(formula, found = []) {
  if (formula.one) found.push(formula);
  else for (const item of formula.every ?? formula.some) leaves(item, found);
  return found;
}

const named = (formula) => (formula.one ? formula.one : leaves(formula).flatMap((leaf) => leaf.one));

// `earlier` holds the units that were there before, `along` those that come at the same time.
function holds(formula, earlier, along = new Set()) {
  if (formula.one)
    return formula.one.some((u) => earlier.has(u) || (formula.timing !== BEFORE && along.has(u)));
  const met = (item) => holds(item, earlier, along);
  return formula.every ? formula.every.every(met) : formula.some.some(met);
}

const needOf = (needs, unit) => needs.get(unit) ?? ALWAYS;

// The units that can be begun at once after others, with each other's help.
function beginnable(units, done, needs) {
  let together = new Set(units);
  for (let size = -1; size !== together.size; ) {
    size = together.size;
    together = new Set([...together].filter((u) => holds(needOf(needs, u), done, together)));
  }
  return together;
}

// The units that can be begun one after the other, taking no others.
function founded(units, needs) {
  const done = new Set();
  const waiting = new Set(units);
  for (let begun = null; begun === null || begun.size; ) {
    begun = beginnable(waiting, done, needs);
    for (const unit of begun) {
      done.add(unit);
      waiting.delete(unit);
    }
  }
  return done;
}

// Every unit that could ever help to take some units, and what each needs.
function closure(start, needsOf) {
  const needs = new Map();
  const waiting = [...start];
  while (waiting.length) {
    const unit = waiting.pop();
    if (!needs.has(unit)) {
      needs.set(unit, needsOf(unit));
      waiting.push(...named(needs.get(unit)));
    }
  }
  return new Map([...needs].sort(([a], [b]) => a - b));
}
