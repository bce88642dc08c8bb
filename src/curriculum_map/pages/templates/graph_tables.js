"use strict";
/* The same as tables, a page of rows at a time, and each of them as a file. */
const graphTable = (section, { row, record }) => {
  const ROWS = 50;
  const part = (name) => section.querySelector(`[data-part="${name}"]`);
  let numbers = [];
  let first = 0;

  function render() {
    const end = Math.min(first + ROWS, numbers.length);
    part("rows").replaceChildren(...Array.from(numbers.slice(first, end), row));
    const says = part("status");
    says.textContent = numbers.length
      ? says.dataset.says
          .replace("{first}", first + 1)
          .replace("{last}", end)
          .replace("{count}", numbers.length)
      : says.dataset.none;
    part("back").disabled = first === 0;
    part("on").disabled = end === numbers.length;
  }

  function turn(rows) {
    first = Math.max(0, Math.min(first + rows, numbers.length - 1));
    render();
    section.querySelector(".scroller").scrollTop = 0;
  }

  function download(event) {
    const headings = [...section.querySelectorAll("thead th")].map((each) => each.textContent);
    save(event.target.dataset.file, asCsv([headings, ...Array.from(numbers, record)]), "text/csv");
  }

  part("back").disabled = first === 0;
    part("on").disabled = end === numbers.length;
  }

  function turn(rows) {
    first = Math.max(0, Math.min(first + rows, numbers.length - 1));
    render();
    section.querySelector(".scroller").scrollTop = 0;
  }

  /* A spreadsheet takes a cell that begins like a formula for one. */
  function cell(value) {
    const text = String(value);
    return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  }

  function download(event) {
    const headings = [...section.querySelectorAll("thead th")].map((each) => each.textContent);
    const lines = [headings, ...Array.from(numbers, record)];
    const text = `\ufeff${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    link.download = event.target.dataset.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), LATER);
  }

  part("back").addEventListener("click", () => turn(-ROWS));
  part("on").addEventListener("click", () => turn(ROWS));
  part("file").addEventListener("click", download);
  return {
    show(wanted) {
      numbers = wanted;
      first = 0;
      render();
    },
  };
};
