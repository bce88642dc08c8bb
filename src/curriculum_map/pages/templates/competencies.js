"use strict";
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const spoken = document.documentElement.lang;
  const lines = [...document.querySelectorAll("[data-line]")];

  keptInAddress(form, () => {
    const wanted = form.elements.text.value.trim().toLocaleLowerCase(spoken);
    const untaught = form.elements.untaught.checked;
    for (const line of lines)
      line.hidden =
        !line.querySelector("th").textContent.toLocaleLowerCase(spoken).includes(wanted) ||
        (untaught && !("untaught" in line.dataset));
    for (const body of document.querySelectorAll("tbody"))
      body.hidden = !body.querySelector("[data-line]:not([hidden])");
    document.querySelector(".nothing").hidden = tellShown(form, lines) > 0;
  });
})();
