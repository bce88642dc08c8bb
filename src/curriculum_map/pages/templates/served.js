"use strict";
(() => {
  let known = null;
  async function ask() {
    try {
      const answer = await fetch("/version", { cache: "no-store" });
      const version = await answer.text();
      if (known !== null && version !== known) location.reload();
      known = version;
    } catch {
      // The program has ended; the page stays as it is.
    }
  }
  setInterval(ask, 1000);
  ask();
})();
