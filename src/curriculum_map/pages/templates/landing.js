"use strict";
(() => {
  const links = [...document.querySelectorAll("a[data-language]")];
  const known = links.map((link) => link.dataset.language);
  let kept = null;
  try {
    kept = localStorage.getItem("curriculum-map.language");
  } catch {
    // A browser may keep nothing for a page.
  }
  const asked = [kept, ...navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())];
  const chosen = asked.find((tag) => known.includes(tag)) ?? known[0];
  const link = links.find((each) => each.dataset.language === chosen);
  location.replace(link.href + location.hash);
})();
