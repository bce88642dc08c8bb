"use strict";
// The path as a picture: a column for each term, a box for each unit, lines to what needs it.
const BOX = { width: 200, height: 40, across: 70, down: 16, top: 34, left: 4 };

function drawn(tag, attributes, text = "") {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = text;
  return made;
}

function labelled(place, name) {
  const made = drawn("foreignObject", { ...place, width: BOX.width, height: BOX.height });
  const [around, lines] = ["div", "span"].map((tag) => document.createElement(tag));
  around.className = "within";
  lines.append(saidText(name));
  around.append(lines);
  made.append(around);
  return made;
}

function placesIn(steps) {
  const places = new Map();
  const filledTo = new Map();
  for (const { unit, term } of steps) {
    const row = filledTo.get(term) ?? 0;
    filledTo.set(term, row + 1);
    places.set(unit, {
      x: BOX.left + (term - 1) * (BOX.width + BOX.across),
      y: BOX.top + row * (BOX.height + BOX.down),
    });
  }
  return { places, rows: Math.max(0, ...filledTo.values()) };
}

// A line from the right of a box to the left of a later one; around, within one term.
function lineBetween(from, to) {
  const start = [from.x + BOX.width, from.y + BOX.height / 2];
  if (from.x === to.x) {
    const end = [to.x + BOX.width, to.y + BOX.height / 2];
    const out = start[0] + BOX.across / 2;
    return `M${start} C${out},${start[1]} ${out},${end[1]} ${end}`;
  }
  const end = [to.x - 2, to.y + BOX.height / 2];
  const middle = (start[0] + end[0]) / 2;
  return `M${start} C${middle},${start[1]} ${middle},${end[1]} ${end}`;
}

// `label` names the picture, `termed(n)` gives the words over a column.
function pictureOf(path, data, label, termed) {
  const { places, rows } = placesIn(path.steps);
  const width = 2 * BOX.left + path.finish * (BOX.width + BOX.across);
  const height = BOX.top + rows * (BOX.height + BOX.down);
  const svg = drawn("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img" });
  svg.setAttribute("aria-label", label);
  const marker = drawn("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" });
  marker.append(drawn("path", { d: "M0,0 L8,4 L0,8 z" }));
  svg.append(marker);
  for (let term = 1; term <= path.finish; term += 1)
    svg.append(drawn("text", { class: "term", x: BOX.left + (term - 1) * (BOX.width + BOX.across), y: 18 }, termed(term)));
  for (const { unit, neededBy } of path.steps)
    for (const later of neededBy)
      svg.append(drawn("path", { d: lineBetween(places.get(unit), places.get(later)), "marker-end": "url(#arrow)" }));
  for (const [unit, place] of places) {
    svg.append(drawn("rect", { ...place, width: BOX.width, height: BOX.height, rx: 6 }));
    svg.append(labelled(place, data.units[unit].name));
  }
  return svg;
}
