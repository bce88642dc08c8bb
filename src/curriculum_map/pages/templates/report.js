"use strict";
(() => {
  const form = document.getElementById("filters");
  const find = (id) => document.getElementById(id);
  const lines = [...document.querySelectorAll("[data-line]")].map((line) => ({
    line,
    text: line.textContent.toLocaleLowerCase(),
    code: line.dataset.code,
    gap: line.dataset.line === "finding" || "gap" in line.dataset,
    programme: line.closest("[data-programme]")?.dataset.programme ?? "",
  }));

  const fits = (each, wanted) =>
    each.text.includes(wanted.text) &&
    (!wanted.code || each.code === wanted.code) &&
    (!wanted.gaps || each.gap) &&
    (!wanted.programme || each.programme === wanted.programme);

  function tidy(wanted) {
    for (const body of document.querySelectorAll(".heatmap tbody"))
      body.hidden = !body.querySelector("[data-line]:not([hidden])");
    for (const box of document.querySelectorAll(".heatmap, .findings")) {
      const note = (box.closest(".scroller") ?? box).nextElementSibling;
      note.hidden = Boolean(box.querySelector("[data-line]:not([hidden])"));
    }
    for (const section of document.querySelectorAll("section.programme"))
      section.hidden =
        Boolean(wanted.programme) && section.dataset.programme !== wanted.programme;
  }

  function apply() {
    const wanted = {
      text: find("filter-text").value.trim().toLocaleLowerCase(),
      code: find("filter-code").value,
      gaps: find("filter-gaps").checked,
      programme: find("filter-programme").value,
    };
    const count = { row: 0, finding: 0 };
    for (const each of lines) {
      each.line.hidden = !fits(each, wanted);
      count[each.line.dataset.line] += !each.line.hidden;
    }
    tidy(wanted);
    const says = find("filter-shown");
    says.textContent = says.dataset.says
      .replace("{rows}", count.row)
      .replace("{gaps}", count.finding);
  }

  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();

  const dialog = find("behind");
  document.addEventListener("click", (event) => {
    const cell = event.target.closest(".cell a.box");
    const behind = cell && find(decodeURIComponent(cell.hash.slice(1)));
    if (!behind) return;
    event.preventDefault();
    const copy = behind.cloneNode(true);
    copy.removeAttribute("id");
    copy.querySelector("h4").id = "behind-title";
    find("behind-content").replaceChildren(copy);
    dialog.showModal();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("a[href^='#']")) dialog.close();
  });
  addEventListener("beforeprint", () => {
    for (const closed of document.querySelectorAll("details.plan")) closed.open = true;
  });
})();
