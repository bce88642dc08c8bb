"use strict";
(() => {
  const KEY = "curriculum-map.language";
  const words = JSON.parse(document.getElementById("words").textContent);
  const group = document.querySelector(".tongues");
  const buttons = [...group.querySelectorAll("button")];
  const speak = (tag) => {
    document.documentElement.lang = tag;
    group.setAttribute("aria-label", words[tag].languages);
    document.querySelector(".skip").textContent = words[tag].skip;
    for (const each of document.querySelectorAll("[data-word]"))
      each.textContent = words[tag][each.dataset.word];
    for (const each of buttons)
      each.setAttribute("aria-pressed", String(each.dataset.language === tag));
  };
  const kept = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // A browser may keep nothing for a page.
    }
  };
  for (const each of buttons)
    each.addEventListener("click", () => {
      speak(each.dataset.language);
      try {
        localStorage.setItem(KEY, each.dataset.language);
      } catch {
        // The language is then asked for again.
      }
    });
  const asked = [kept(), ...navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())];
  speak(asked.find((tag) => Object.hasOwn(words, tag)) ?? document.documentElement.lang);
  group.hidden = false;
})();
