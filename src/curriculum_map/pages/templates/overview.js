"use strict";
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const spoken = document.documentElement.lang;
  const lines = [...document.querySelectorAll("[data-line=programme]")];

  const later = [...document.querySelectorAll(".later")];
  function showMore(most) {
    for (const body of later.splice(0, most)) body.classList.remove("later");
    if (later.length) whenIdle(() => showMore(1));
    else document.getElementById("programmes").classList.remove("unfinished");
  }
  // Whoever comes back finds the page as long as it was left.
  const [came] = performance.getEntriesByType("navigation");
  if (came?.type === "navigate") whenIdle(() => showMore(1));
  else showMore(later.length);

  function fits(line) {
    const text = form.elements.text.value.trim().toLocaleLowerCase(spoken);
    const chosen = ["institution", "degree", "profile"].every((name) => {
      const field = form.elements[name];
      return !field || !field.value || line.dataset[name] === field.value;
    });
    return chosen && line.querySelector("th").textContent.toLocaleLowerCase(spoken).includes(text);
  }

  keptInAddress(form, () => {
    for (const line of lines) line.hidden = !fits(line);
    document.querySelector(".nothing").hidden = tellShown(form, lines) > 0;
    form.dispatchEvent(new Event("applied"));
  });
})();
