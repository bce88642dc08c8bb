"use strict";
/* The same as tables, a page of rows at a time, and each of them as a file. */
const graphTable = (section, { row, record }) => {
  const ROWS = 25;
  const part = (name) => section.querySelector(`[data-part="${name}"]`);
  let numbers = [];
  let first = 0;
  let written = false;

  function render() {
    written = true;
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

  part("back").addEventListener("click", () => turn(-ROWS));
  part("on").addEventListener("click", () => turn(ROWS));
  part("file").addEventListener("click", download);
  return {
    show(wanted) {
      numbers = wanted;
      first = 0;
      if (written) render();
      else whenIdle(render);
    },
  };
};
