"use strict";
/* Shows the page again once the program that serves it has another version of it. */
(() => {
  const shown = document.querySelector("meta[name=version]").content;
  setInterval(async () => {
    try {
      const answer = await fetch("/version", { cache: "no-store" });
      if (answer.ok && (await answer.text()) !== shown) location.reload();
    } catch {
      // The program has ended; the page stays as it is.
    }
  }, 1000);
})();
