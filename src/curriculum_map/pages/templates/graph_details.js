"use strict";
/* What is said beside the picture about the thing somebody looks at. */
const graphDetails = (graph, words, { choose, toggle, focus }) => {
  const FEW = 8; // Neighbours of one relation that are listed before somebody asks for all.
  const here = document.getElementById("details");

  function element(name, text = "", className = "") {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  /* The empty language is one that nobody states; none at all is that of the page. */
  function said(text, language) {
    const made = element("bdi", text);
    if (language !== undefined) made.lang = language;
    return made;
  }

  const title = (i) => said(graph.label[i], graph.languages[i]);

  function sign(i) {
    const space = "http://www.w3.org/2000/svg";
    const [picture, outline] = ["svg", "path"].map((name) => document.createElementNS(space, name));
    picture.setAttribute("class", `sign ${graph.kinds[graph.kind[i]]}`);
    picture.setAttribute("viewBox", "-10 -10 20 20");
    picture.setAttribute("aria-hidden", "true");
    outline.setAttribute("d", graph.signs[graph.kind[i]]);
    picture.append(outline);
    return picture;
  }

  /* What a link says beyond its kind; a level that is not translated comes first. */
  function more(link) {
    const text = graph.texts[graph.more[link]];
    const [level, language] = graph.levels[graph.more[link]] ?? [""];
    return level ? [said(level, language), text.slice(level.length)] : [text];
  }

  function button(i) {
    const made = element("button", "", "thing");
    made.type = "button";
    made.append(sign(i), title(i));
    made.addEventListener("click", () => choose(i, true));
    return made;
  }

  function list(name, numbers, links = []) {
    const made = element(name, "", "neighbours");
    const add = (some) =>
      made.append(
        ...some.map((number, n) => {
          const item = element("li");
          item.append(button(number));
          const also = element("span", "", "aside");
          if (links.length) also.append(...more(links[n]));
          if (also.textContent) item.append(" ", also);
          return item;
        }),
      );
    add(numbers.slice(0, FEW));
    if (numbers.length <= FEW) return [made];
    const all = element("button", words.show_all.replace("{count}", numbers.length), "all");
    all.type = "button";
    all.addEventListener("click", () => {
      made.replaceChildren();
      add(numbers);
      made.querySelectorAll("button")[FEW].focus();
      all.remove();
    });
    return [made, all];
  }

  /* One list for each relation and direction: "teaches" leads on, "is taught by" leads here. */
  function neighbours(i) {
    const parts = [];
    graph.relations.forEach((relation, number) => {
      for (const [links, ends, name] of [
        [graph.leading(i), graph.to, relation],
        [graph.arriving(i), graph.from, `${relation}-by`],
      ]) {
        const some = [...links].filter((link) => graph.relation[link] === number);
        if (!some.length) continue;
        parts.push(element("h4", `${words[name]} (${some.length})`));
        parts.push(...list("ul", some.map((link) => ends[link]), some));
      }
    });
    return parts;
  }

  function requisites(i) {
    const chain = graph.longest(i);
    return [
      [words.before, graph.reached(i, false), "ul"],
      [words.unlocked, graph.reached(i, true), "ul"],
      [words.longest, chain.length > 1 ? chain : [], "ol"],
    ].flatMap(([says, numbers, name]) =>
      numbers.length
        ? [element("h4", `${says} (${numbers.length})`), ...list(name, numbers)]
        : [element("h4", says), element("p", words.none, "aside")],
    );
  }

  function switchButton(says, pressed, act) {
    const made = element("button", says);
    made.type = "button";
    made.dataset.act = act;
    made.setAttribute("aria-pressed", pressed);
    return made;
  }

  function actions(i, { open, focused }) {
    const made = element("p", "", "actions");
    if (graph.holds(i)) {
      const unfold = element("button", open.has(i) ? words.fold : words.unfold);
      unfold.type = "button";
      unfold.dataset.act = "unfold";
      unfold.setAttribute("aria-expanded", open.has(i));
      unfold.addEventListener("click", () => toggle(i));
      made.append(unfold);
    }
    const near = switchButton(words.focus, focused, "focus");
    near.addEventListener("click", () => focus());
    made.append(near);
    return made;
  }

  /* Where there is more about a thing: its own page, or the web address that a concept is. */
  function place(i, kind) {
    const name = graph.name[i];
    if (graph.pages.includes(kind)) return `${kind}/${encodeURIComponent(name)}.html`;
    return kind === "concept" && /^https?:\/\//i.test(name) ? name : "";
  }

  function facts(i) {
    const kind = graph.kinds[graph.kind[i]];
    const made = element("p", words[kind], "aside");
    if (graph.assumed.includes(i)) made.append(", ", element("span", words.assumed, "assumed"));
    const parts = [made];
    const [language, about] = graph.about[i] ?? [];
    if (about) {
      const told = element("p");
      told.append(said(about, language || undefined));
      parts.push(told);
    }
    const address = place(i, kind);
    if (address) {
      const link = element("a", kind === "concept" ? address : words.own_page);
      link.href = address;
      link.rel = "noreferrer";
      const line = element("p");
      line.append(link);
      parts.push(line);
    }
    return parts;
  }

  /* What had the focus has it again, if it is still there. */
  function keepingFocus(change) {
    const act = here.contains(document.activeElement) && document.activeElement.dataset.act;
    change();
    if (act) here.querySelector(`[data-act="${act}"]`)?.focus();
  }

  function show(i, state) {
    keepingFocus(() => {
      if (i < 0) {
        here.replaceChildren(element("p", words.details_empty, "aside"));
        return;
      }
      const name = element("p", "", "chosen");
      name.append(sign(i), " ", title(i));
      here.replaceChildren(
        name,
        ...facts(i),
        actions(i, state),
        ...(state.focused ? requisites(i) : []),
        ...neighbours(i),
      );
    });
  }

  return { show, button, sign, title, more, element };
};
