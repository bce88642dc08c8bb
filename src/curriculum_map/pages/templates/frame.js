"use strict";
/* Does what nobody looks at first, once there is time for it. */
const whenIdle = (work) =>
  window.requestIdleCallback ? requestIdleCallback(work, { timeout: 500 }) : setTimeout(work, 200);

(() => {
  const KEY = "curriculum-map.language";
  for (const link of document.querySelectorAll("a[data-language]"))
    link.addEventListener("click", () => {
      link.search = location.search;
      link.hash = location.hash;
      try {
        localStorage.setItem(KEY, link.dataset.language);
      } catch {
        // A browser may keep nothing for a page; the language is then asked for again.
      }
    });

  /* Only a first leap to a place opens what it is folded away in; reload and back do not leap. */
  function unfold() {
    let around = document.querySelector(":target");
    while ((around = around?.parentElement.closest("details"))) around.open = true;
  }
  addEventListener("hashchange", unfold);
  addEventListener("pageshow", unfold);
  unfold();
})();
