// In the worker too.
"use strict";
// Why a goal cannot be reached, as `analysis/paths/blocked.py` finds it: one open way after the
// other is followed to where it ends.
class Search {
  constructor(question, doors) {
    const { wanting } = question;
    const all = wanting.supply.data.units.map((_, unit) => unit);
    const free = new Set(all.filter((unit) => !wanting.held.units.has(unit)));
    this.free = new Wanting(wanting.supply, wanting.held, free);
    Object.assign(this, { wanting, doors, data: wanting.supply.data, begun: new Set() });
  }

  // What is in the way to a goal, once for each chain of a competency.
  of(goal) {
    const missing =
      goal.unit === undefined
        ? this.free.covers(goal.competency, goal.rank).map((cover) => this.chain(goal, cover))
        : [this.unit(goal.unit)];
    const open = missing.flatMap((each) => this.open(each));
    const around = closure(open, (unit) => this.wanting.needs(unit));
    this.begun = founded(around.keys(), around);
    return missing
      .filter((each) => !this.canBegin(each.options))
      .map((each) => ({ goal, ...this.follow(each) }));
  }

  open({ options }) {
    return options.filter((unit) => this.wanting.takeable.has(unit));
  }

  canBegin(units) {
    return [...units].some((unit) => this.begun.has(unit));
  }

  // {missing, by, waiting, shut, nearest}: what is missing; the unit that requires it, if any;
  // whether units wait for each other; the units that would do, each with what keeps it out.
  follow(first) {
    let missing = first;
    const way = [];
    for (;;) {
      const next = this.open(missing).find((unit) => !way.includes(unit));
      if (next === undefined) break;
      way.push(next);
      const following = this.lacking(next);
      if (!following) break;
      missing = following;
    }
    const shut = missing.options.map((unit) => ({ unit, why: this.why(unit) }));
    const waiting = this.open(missing).length > 0;
    return { missing, by: way.at(-1), waiting, shut: waiting ? [] : shut, nearest: this.nearest(missing) };
  }

  why(unit) {
    return this.doors.find((door) => door.keeps(this.data.units[unit], unit))?.why;
  }

  // What an open unit requires and nobody can take.
  lacking(unit) {
    const inside = this.wanting.supply.inside(unit);
    for (const part of inside) {
      const tree = this.data.units[part].requires;
      const found = tree && !this.wanting.held.units.has(part) && this.unmet(tree, unit, inside);
      if (found) return found;
    }
    for (const [competency, rank] of this.free.builtOn(unit))
      for (const cover of this.free.covers(competency, rank))
        if (!cover.units.has(unit) && !this.canBegin(cover.units))
          return this.chain({ competency, rank }, cover);
    return null;
  }

  // The first requisite of a tree that is to blame.
  unmet(tree, unit, inside) {
    if (this.holds(tree, inside)) return null;
    if (Array.isArray(tree)) return this.unit(tree[0]);
    for (const item of tree.all ?? tree.any) {
      const found = this.unmet(item, unit, inside);
      if (found) return found;
    }
    return { options: [] };
  }

  holds(tree, inside) {
    if (Array.isArray(tree)) {
      const [needed] = tree;
      if (this.wanting.held.units.has(needed) || inside.includes(needed)) return true;
      return this.canBegin(this.wanting.supply.holders[needed]);
    }
    const met = (item) => this.holds(item, inside);
    return tree.all ? tree.all.every(met) : tree.any.some(met);
  }

  unit(unit) {
    return { unit, options: ascending(this.wanting.supply.holders[unit]) };
  }

  chain({ competency, rank }, cover) {
    return { competency, rank, ids: cover.ids, options: ascending(cover.units) };
  }

  // The unit that comes nearest to a level nobody teaches, and how far it leads.
  nearest({ ids, options }) {
    if (!ids || options.length) return null;
    const bringing = (competency) => this.wanting.supply.bringing[competency];
    const found = ids.flatMap((c) => bringing(c).map(([unit, rank]) => ({ unit, rank, competency: c })));
    found.sort((a, b) => b.rank - a.rank || a.unit - b.unit || a.competency - b.competency);
    return found[0] ?? null;
  }
}
