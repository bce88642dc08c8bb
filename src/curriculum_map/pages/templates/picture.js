"use strict";
/* Draws what a heat map shows as a picture of its own, in the colours of paper. */
const SHADES = ["#f1efe9", "#e2edf7", "#bcd7ec", "#86b7dc", "#2f76b0", "#0b3f73"];
const INKS = ["#545d66", "#1b2126", "#1b2126", "#10181f", "#ffffff", "#ffffff"];

function drawn({ title, said, units, lines }) {
  const [left, top, wide, high, mark] = [420, 240, 34, 30, 110];
  const width = left + mark + 3 * wide + units.length * wide + 40;
  const height = top + lines.length * high + 30;
  const make = (name, attributes, text) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}\u2026` : text);
  const picture = make("svg", {
    width, height, viewBox: `0 0 ${width} ${height}`,
    "font-family": "system-ui, sans-serif", "font-size": 13,
  });
  const at = (column) => left + mark + column * wide;
  const box = (column, row, shade, text, dashed) => {
    const [x, y] = [at(column) + 2, top + row * high + 3];
    const edge = dashed ? { stroke: "#5a3686", "stroke-width": 2, "stroke-dasharray": "4 3" } : {};
    picture.append(make("rect", { x, y, width: wide - 4, height: high - 6, rx: 3, fill: SHADES[shade], ...edge }));
    picture.append(make("text", { x: x + wide / 2 - 2, y: y + 17, "text-anchor": "middle", fill: INKS[shade] }, text));
  };
  const head = (column, text) => {
    const [x, y] = [at(column) + wide / 2 + 5, top - 8];
    picture.append(make("text", { x, y, transform: `rotate(-60 ${x} ${y})`, fill: "#1b2126" }, cut(text, 32)));
  };
  picture.append(make("rect", { width, height, fill: "#ffffff" }));
  picture.append(make("text", { x: 12, y: 28, "font-size": 20, fill: "#1b2126" }, title));
  [said.needed, said.reached, said.assessed, ...units.map((unit) => unit.name)].forEach((text, n) => head(n, text));
  lines.forEach((row, number) => {
    const y = top + number * high + 20;
    picture.append(make("text", { x: 12, y, fill: "#1b2126" }, cut(row.name, 62)));
    picture.append(make("text", { x: left, y, fill: "#545d66" }, cut(row.said, 18)));
    [row.needed, row.reached, row.assessed].forEach((rank, n) => box(n, number, 0, rank || "\u2013", false));
    row.cells.forEach((cell, n) => {
      if (cell) box(3 + n, number, cell.shade, cell.text + (cell.tested ? "\u2713" : ""), cell.elective);
    });
  });
  return { picture, width, height };
}

const svgOf = (model) => new XMLSerializer().serializeToString(drawn(model).picture);

async function pngOf(model) {
  const { picture, width, height } = drawn(model);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(picture))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [2 * width, 2 * height];
  const brush = canvas.getContext("2d");
  brush.scale(2, 2);
  brush.drawImage(image, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
