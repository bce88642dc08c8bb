"use strict";
/* Says in a form how many lines are shown, and of how many; gives how many. */
function tellShown(form, lines) {
  const says = form.querySelector("[role=status]");
  const shown = lines.filter((line) => !line.hidden).length;
  says.textContent = says.dataset.says.replace("{count}", shown).replace("{of}", lines.length);
  return shown;
}

/*
 * Keeps what a form says in the address of the page, so that reload, back and a link keep it. A page
 * is written as it is where nothing was said.
 */
function keptInAddress(form, apply) {
  const fields = [...form.elements].filter((field) => field.name);
  const names = new Set(fields.map((field) => field.name));
  const filled = (field) => (field.type === "checkbox" ? field.checked : field.value);
  const pairs = () => fields.filter(filled).map((field) => [field.name, field.value]);
  let applied = "[]";

  function read() {
    const said = new URLSearchParams(location.search);
    for (const field of fields)
      if (field.type === "checkbox")
        field.checked = said.getAll(field.name).includes(field.value);
      else {
        field.value = said.get(field.name) ?? "";
        if (field.selectedIndex === -1) field.selectedIndex = 0;
      }
  }

  function write() {
    const said = new URLSearchParams(location.search);
    for (const name of names) said.delete(name);
    for (const [name, value] of pairs()) said.append(name, value);
    const search = String(said);
    if (search === location.search.slice(1)) return;
    history.replaceState(null, "", (search ? `?${search}` : location.pathname) + location.hash);
  }

  function update() {
    const said = JSON.stringify(pairs());
    if (said === applied) return;
    applied = said;
    apply();
  }

  const changed = () => {
    write();
    update();
  };
  // Some fields stand elsewhere on the page, so that the form does not hear of them.
  for (const field of fields) field.addEventListener("input", changed);
  form.addEventListener("reset", () => setTimeout(changed));
  form.addEventListener("submit", (event) => event.preventDefault());
  // Of a step back, or what the browser itself put back into the fields, the address is the judge.
  for (const moved of ["pageshow", "popstate"])
    addEventListener(moved, () => {
      read();
      update();
    });
  // Somebody may have been faster than this script: that counts where the address says nothing.
  const [came] = performance.getEntriesByType("navigation");
  const said = new URLSearchParams(location.search);
  if (came?.type === "navigate" && ![...names].some((name) => said.has(name))) write();
  else read();
  update();
}
