"use strict";
// Progress as a link, as a file, and forgotten.
const LARGEST_FILE = 1e6;

class Sharing {
  constructor(page) {
    this.page = page;
  }

  listen() {
    const on = (id, event, does) => byId(id).addEventListener(event, does);
    on("copy", "click", () => this.copy());
    on("save", "click", () => this.save());
    on("read", "click", () => byId("file").click());
    on("file", "change", () => this.read());
    on("forget", "click", () => this.forget());
  }

  async copy() {
    const link = byId("link");
    link.select();
    try {
      await navigator.clipboard.writeText(link.value);
      this.page.say(this.page.words.path_copied);
    } catch {
      this.page.say(this.page.words.path_copy_yourself);
    }
  }

  save() {
    const file = new Blob([asFile(this.page.state)], { type: "application/json" });
    const address = URL.createObjectURL(file);
    const link = element("a", { href: address, download: "learning-path.json" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  async read() {
    const [file] = byId("file").files;
    byId("file").value = "";
    if (!file) return;
    const { names, view, words } = this.page;
    const said = file.size < LARGEST_FILE ? fromFile(await file.text()) : null;
    if (!said) {
      this.page.say(words.path_bad_file);
      return;
    }
    const { state, unknown } = names.checked(said);
    this.page.change(state);
    const aside = view.phrase("path_unknown", { what: view.listed(unknown) });
    this.page.say(unknown.length ? aside : words.path_read_done);
  }

  forget() {
    this.page.change(nothingSaid());
    this.page.say(this.page.words.path_forgotten);
  }
}
