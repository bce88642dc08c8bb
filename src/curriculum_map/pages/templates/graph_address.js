"use strict";
/* What is looked at, as the part of the address behind the `#`, and back. */
const graphAddress = (graph, { kinds, relations, open }) => {
  const same = (a, b) => a.size === b.size && [...a].every((each) => b.has(each));
  const plain = (text) => encodeURIComponent(text).replaceAll("%3A", ":").replaceAll("%2F", "/");
  const holders = [];
  for (let i = 0; i < graph.count; i++) if (graph.holds(i)) holders.push(i);

  function write(state) {
    const said = [];
    const say = (name, value) => said.push(`${name}=${value}`);
    const listed = (all, names) => [...all].sort((a, b) => a - b).map((n) => plain(names(n))).join(",");
    if (state.chosen >= 0) said.push(plain(graph.id(state.chosen)));
    if (state.chosen >= 0 && state.focused) say("focus", "1");
    if (!same(state.kinds, kinds)) say("kinds", listed(state.kinds, (n) => graph.kinds[n]));
    if (!same(state.relations, relations))
      say("relations", listed(state.relations, (n) => graph.relations[n]));
    for (const name of ["institution", "area"])
      if (state[name] >= 0) say(name, plain(graph.name[state[name]]));
    if (state.find.trim()) say("find", encodeURIComponent(state.find.trim()));
    if (state.open.size === holders.length && !same(state.open, open)) say("open", "all");
    else if (!same(state.open, open)) say("open", listed(state.open, graph.id));
    return said.join("&");
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text; // Somebody typed a lone percent sign.
    }
  }

  /* Reads an address of ours, or one somebody typed: names that nothing carries are passed over. */
  function read(fragment) {
    const state = {
      chosen: -1, focused: false, kinds: new Set(kinds), relations: new Set(relations),
      institution: -1, area: -1, find: "", open: new Set(open),
    };
    const known = (value, number) =>
      new Set(value.split(",").map((name) => number(decoded(name))).filter((n) => n >= 0));
    for (const part of fragment.split("&")) {
      const [name, value] = part.split(/=(.*)/s);
      if (!part) continue;
      else if (value === undefined) state.chosen = graph.numberOf(decoded(name));
      else if (name === "focus") state.focused = value === "1";
      else if (name === "kinds") state.kinds = known(value, (each) => graph.kinds.indexOf(each));
      else if (name === "relations")
        state.relations = known(value, (each) => graph.relations.indexOf(each));
      else if (name === "institution" || name === "area")
        state[name] = graph.numberOf(`${name}:${decoded(value)}`);
      else if (name === "find") state.find = decoded(value);
      else if (name === "open")
        state.open = value === "all" ? new Set(holders) : known(value, graph.numberOf);
    }
    return state;
  }

  return { read, write, holders };
};
