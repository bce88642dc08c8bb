"use strict";
/* Draws what a heat map shows as a picture of its own, in the colours of paper. */
const SHADES = ["#f1efe9", "#e2edf7", "#bcd7ec", "#86b7dc", "#2f76b0", "#0b3f73"];
const INKS = ["#545d66", "#1b2126", "#1b2126", "#10181f", "#ffffff", "#ffffff"];
const FONT = "system-ui, sans-serif";
let ruler = null;

/* How wide a text is at 13 pixels, with some room for the fonts of other programs. */
function widthOf(text) {
  ruler ??= document.createElement("canvas").getContext("2d");
  ruler.font = `13px ${FONT}`;
  return 1.1 * ruler.measureText(text).width;
}

function cut(text, room) {
  if (widthOf(text) <= room) return text;
  const signs = [...text];
  const short = () => `${signs.join("").trimEnd()}\u2026`;
  while (signs.length && widthOf(short()) > room) signs.pop();
  return short();
}

function drawn({ title, said, units, lines }) {
  const [top, wide, high, turned] = [240, 34, 30, 60];
  const widest = (texts) => 12 + Math.ceil(Math.max(0, ...texts.map(widthOf)));
  const rows = lines.map((row) => cut(row.name, 400));
  const left = 12 + widest(rows);
  const mark = widest(lines.map((row) => row.said));
  const names = [said.needed, said.reached, said.assessed, ...units.map((unit) => unit.name)].map((name) => cut(name, 220));
  const at = (column) => left + mark + column * wide;
  // A heading that is turned ends right of its column.
  const aside = Math.cos((turned * Math.PI) / 180);
  const ends = names.map((name, column) => at(column) + wide + aside * widthOf(name));
  const width = Math.ceil(Math.max(12 + (20 / 13) * widthOf(title), ...ends)) + 12;
  const height = top + lines.length * high + 30;
  const make = (name, attributes, text) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const picture = make("svg", {
    width, height, viewBox: `0 0 ${width} ${height}`,
    "font-family": FONT, "font-size": 13,
  });
  const box = (column, row, shade, text, dashed) => {
    const [x, y] = [at(column) + 2, top + row * high + 3];
    const edge = dashed ? { stroke: "#5a3686", "stroke-width": 2, "stroke-dasharray": "4 3" } : {};
    picture.append(make("rect", { x, y, width: wide - 4, height: high - 6, rx: 3, fill: SHADES[shade], ...edge }));
    picture.append(make("text", { x: x + wide / 2 - 2, y: y + 17, "text-anchor": "middle", fill: INKS[shade] }, text));
  };
  const head = (column, text) => {
    const [x, y] = [at(column) + wide / 2 + 5, top - 8];
    picture.append(make("text", { x, y, transform: `rotate(-${turned} ${x} ${y})`, fill: "#1b2126" }, text));
  };
  picture.append(make("rect", { width, height, fill: "#ffffff" }));
  picture.append(make("text", { x: 12, y: 28, "font-size": 20, fill: "#1b2126" }, title));
  names.forEach((text, n) => head(n, text));
  lines.forEach((row, number) => {
    const y = top + number * high + 20;
    picture.append(make("text", { x: 12, y, fill: "#1b2126" }, rows[number]));
    picture.append(make("text", { x: left, y, fill: "#545d66" }, row.said));
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
