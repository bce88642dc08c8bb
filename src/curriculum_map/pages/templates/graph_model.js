"use strict";
/* What is known of the graph: things by number, what stands in what, and where links lead. */
const graphModel = (raw) => {
  const count = raw.kind.length;
  const kindOf = (name) => raw.kinds.indexOf(name);
  const relationOf = (name) => raw.relations.indexOf(name);
  const home = new Int32Array(raw.home);
  const last = new Int32Array(count); // The number after all that stands in a thing.
  const [width, height] = [new Int32Array(count), new Int32Array(count)];
  const isFine = (i) => home[i] >= 0 && raw.fineIn[raw.kind[home[i]]]; // What is drawn smaller.
  for (let i = 0; i < count; i++) {
    const size = raw.sizes[i] ?? (isFine(i) ? raw.fine : raw.coarse).cell;
    width[i] = size[0];
    height[i] = size[1];
  }
  for (let i = count - 1; i >= 0; i--) {
    last[i] = Math.max(last[i], i + 1);
    if (home[i] >= 0) last[home[i]] = Math.max(last[home[i]], last[i]);
  }

  /* The numbers of the links of each thing, all in one list; `starts` says where its own begin.
     Sorted when they are first asked for, which is after the picture has been seen. */
  function sorted(ends) {
    let [starts, links] = [null, null];
    function sort() {
      starts = new Int32Array(count + 1);
      for (const end of ends) starts[end + 1]++;
      for (let i = 0; i < count; i++) starts[i + 1] += starts[i];
      const next = starts.slice();
      links = new Int32Array(ends.length);
      for (let link = 0; link < ends.length; link++) links[next[ends[link]]++] = link;
    }
    return (i) => {
      if (!links) sort();
      return links.subarray(starts[i], starts[i + 1]);
    };
  }
  const from = new Int32Array(raw.from);
  const to = new Int32Array(raw.to);
  const leading = sorted(from);
  const arriving = sorted(to);
  const requires = relationOf("requires");
  const offers = relationOf("offers");
  const institutions = kindOf("institution");

  const owner = new Int32Array(count).fill(-1);
  raw.relation.forEach((relation, link) => {
    if (relation === offers) owner[to[link]] = from[link];
  });
  const within = (i, whole) => whole <= i && i < last[whole];
  const ofInstitution = new Set(["institution", "programme", "unit"].map(kindOf));
  const ofArea = new Set(["area", "competency", "concept"].map(kindOf));

  /* Everything that is reached over requisites: what comes before a thing, or what it opens. */
  function reached(start, forward) {
    const seen = new Set();
    const waiting = [start];
    while (waiting.length) {
      const here = waiting.pop();
      for (const link of forward ? arriving(here) : leading(here)) {
        const other = forward ? from[link] : to[link];
        if (raw.relation[link] !== requires || other === start || seen.has(other)) continue;
        seen.add(other);
        waiting.push(other);
      }
    }
    return [...seen].sort((a, b) => a - b);
  }

  /* A longest chain of requisites through a thing, what comes first in front. */
  function longest(start) {
    const chain = [start];
    const step = (i, way) => raw.steps[i]?.[way] ?? -1;
    for (let i = step(start, 0); i >= 0; i = step(i, 0)) chain.unshift(i);
    for (let i = step(start, 1); i >= 0; i = step(i, 1)) chain.push(i);
    return chain;
  }

  const id = (i) => `${raw.kinds[raw.kind[i]]}:${raw.name[i]}`;
  let numbers = null;
  function numberOf(wanted) {
    numbers ??= new Map(raw.kind.map((_, i) => [id(i), i]));
    return numbers.get(wanted) ?? -1;
  }

  function* around(i) {
    for (let h = home[i]; h >= 0; h = home[h]) yield h;
  }

  /* Whether each thing passes the filters; what somebody looks at always does. */
  function fitting({ kinds, institution, area, kept }) {
    const fits = new Uint8Array(count);
    for (let i = 0; i < count; i++) {
      const kind = raw.kind[i];
      const place = kind === institutions ? i : owner[i] < 0 ? i : owner[i];
      fits[i] =
        kept.has(i) ||
        (kinds.has(kind) &&
          (institution < 0 || !ofInstitution.has(kind) || within(place, institution)) &&
          (area < 0 || !ofArea.has(kind) || within(i, area)));
    }
    return fits;
  }

  /* The closed thing that is seen in the place of each; -1 where it is seen itself. */
  function covers(fits, open) {
    const cover = new Int32Array(count).fill(-1);
    for (let i = 0; i < count; i++) {
      const h = home[i];
      if (h >= 0) cover[i] = cover[h] >= 0 ? cover[h] : fits[h] && !open.has(h) ? h : -1;
    }
    return cover;
  }

  /* The lines between what is seen; several of one kind between the same two become one. */
  function lines(fits, cover, relations) {
    const found = new Map();
    for (let link = 0; link < from.length; link++) {
      const a = from[link];
      const b = to[link];
      const start = cover[a] < 0 ? a : cover[a];
      const end = cover[b] < 0 ? b : cover[b];
      if (start === end || !fits[a] || !fits[b]) continue;
      const relation = raw.relation[link];
      // That something stands in a box says the same as a line from the box would.
      if (!relations.has(relation) || within(start, end) || within(end, start)) continue;
      const key = (start * count + end) * 8 + relation;
      found.set(key, (found.get(key) ?? 0) + 1);
    }
    const made = { start: [], end: [], relation: [], weight: [] };
    for (const [key, weight] of found) {
      const pair = Math.floor(key / 8);
      made.start.push(Math.floor(pair / count));
      made.end.push(pair % count);
      made.relation.push(key % 8);
      made.weight.push(weight);
    }
    return made;
  }

  let small = null;
  /* What carries a text, best first: titles that begin with it, then words that do, then others. */
  function search(text) {
    const wanted = text.trim().toLocaleLowerCase();
    if (!wanted) return [];
    small ??= raw.label.map((label, i) => `${label}\n${raw.name[i]}`.toLocaleLowerCase());
    const found = [[], [], []];
    for (let i = 0; i < count; i++) {
      const at = small[i].indexOf(wanted);
      if (at >= 0) found[at && (beginsWord(small[i], wanted, at) ? 1 : 2)].push(i);
    }
    return found.flat();
  }

  function beginsWord(text, wanted, at) {
    for (let here = at; here >= 0; here = text.indexOf(wanted, here + 1))
      if (!/[\p{L}\p{N}]/u.test(text[here - 1])) return true;
    return false;
  }

  return {
    ...raw, count, home, last, width, height, from, to, leading, arriving, around, reached,
    isFine, longest, id, numberOf, fitting, covers, lines, search,
    holds: (i) => last[i] > i + 1,
  };
};
