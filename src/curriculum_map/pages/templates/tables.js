"use strict";
/* Hands over what a table shows as a file. */
function save(name, content, type) {
  const link = document.createElement("a");
  const address = URL.createObjectURL(new Blob([content], { type }));
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/* A spreadsheet takes a cell that begins like this for a formula. */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/;

function asCsv(rows) {
  const cell = (value) => {
    const text = typeof value === "string" && FORMULA.test(value) ? `'${value}` : String(value);
    return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/* What can be read in an element, apart from what stands there for screen readers or as an aside. */
function plain(element) {
  const copy = element.cloneNode(true);
  for (const aside of copy.querySelectorAll(".unseen, .aside, .assumed, .tick, .sign")) aside.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}
