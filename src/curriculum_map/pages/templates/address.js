"use strict";
/* Keeps what a form says in the address of the page, so that reload, back and a link keep it. */
function keptInAddress(form, apply) {
  const fields = [...form.elements].filter((field) => field.name);
  const names = new Set(fields.map((field) => field.name));

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
    for (const field of fields)
      if (field.type === "checkbox" ? field.checked : field.value)
        said.append(field.name, field.value);
    const search = String(said);
    if (search === location.search.slice(1)) return;
    history.replaceState(null, "", (search ? `?${search}` : location.pathname) + location.hash);
  }

  const changed = () => {
    write();
    apply();
  };
  form.hidden = false;
  // Some fields stand elsewhere on the page, so that the form does not hear of them.
  for (const field of fields) field.addEventListener("input", changed);
  form.addEventListener("reset", () => setTimeout(changed));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("pageshow", () => {
    // What the browser itself put back into the fields gives way to the address.
    read();
    apply();
  });
  read();
  apply();
}
