"use strict";
/* Puts the picture on the canvas: boxes, lines, signs and titles; thinned while it moves. */
const graphDrawing = (canvas, graph) => {
  const paper = canvas.getContext("2d");
  const signs = graph.signs.map((outline) => new Path2D(outline));
  const SIGN = 18; // How far the sign of a thing stands from the left of its box.
  const LEGIBLE = 0.55; // How large things are when their titles can be read.
  const LETTER = 0.52; // How wide a letter is for each pixel of its height, about.
  const MOVING = { lines: 500, signs: 700, texts: 120 };
  const RESTING = { lines: Infinity, signs: Infinity, texts: 1500 };
  let ink = {};
  let { view, size, seen, hovered, moving } = {};

  function colours() {
    const style = getComputedStyle(document.documentElement);
    const said = (name) => style.getPropertyValue(`--${name}`).trim();
    ink = { font: said("sans") };
    for (const name of ["ink", "quiet", "raised", "paper", "line", "focus"]) ink[name] = said(name);
    ink.kinds = graph.kinds.map((kind) => said(`k-${kind}`));
    ink.relations = graph.relations.map((kind) => said(`e-${kind}`));
  }

  const across = (x) => (x - view.x) * view.scale + size.width / 2;
  const down = (y) => (y - view.y) * view.scale + size.height / 2;
  const isOpen = (i) => graph.holds(i) && seen.open.has(i);
  const isShut = (i) => graph.holds(i) && !seen.open.has(i);
  const isSmall = (i) => graph.fineIn[graph.kind[i]]; // Units and competencies are as wide as a title.
  const isBig = (i) => isShut(i) && !isSmall(i);
  const grain = (i) => view.scale * (graph.isFine(i) ? graph.fine.scale : 1);
  const heading = (i) => (isSmall(i) ? graph.fine : graph.coarse).heading;
  const signX = (i) =>
    across(graph.x[i] + (isBig(i) ? graph.width[i] / 2 : SIGN * (graph.isFine(i) ? graph.fine.scale : 1)));
  const signY = (i) =>
    down(graph.y[i] + (isBig(i) ? 0.3 * graph.height[i] : (isOpen(i) ? heading(i) : graph.height[i]) / 2));

  /* What can be seen in the window, parents first: boxes that are open, and all others. */
  function visible() {
    const [left, top] = [view.x - size.width / 2 / view.scale, view.y - size.height / 2 / view.scale];
    const [right, bottom] = [2 * view.x - left, 2 * view.y - top];
    const found = { boxes: [], things: [] };
    for (let i = 0; i < graph.count; ) {
      const outside =
        graph.x[i] > right || graph.y[i] > bottom ||
        graph.x[i] + graph.width[i] < left || graph.y[i] + graph.height[i] < top;
      const shut = seen.fits[i] && isShut(i);
      if (!outside && seen.fits[i]) found[isOpen(i) ? "boxes" : "things"].push(i);
      i = outside || shut ? graph.last[i] : i + 1;
    }
    return found;
  }

  const strength = (i) => (seen.near && !seen.near.has(i) ? 0.22 : 1);

  function drawBoxes(boxes) {
    paper.lineWidth = 1;
    for (const i of boxes) {
      if (graph.width[i] * view.scale < (moving ? 24 : 3)) continue;
      paper.strokeStyle = ink.kinds[graph.kind[i]];
      paper.globalAlpha = 0.55 * strength(i);
      paper.strokeRect(
        across(graph.x[i]), down(graph.y[i]), graph.width[i] * view.scale, graph.height[i] * view.scale,
      );
    }
    paper.globalAlpha = 1;
  }

  function drawShut(things) {
    for (const i of things) {
      if (!graph.holds(i)) continue;
      const place = [
        across(graph.x[i]), down(graph.y[i]), graph.width[i] * view.scale, graph.height[i] * view.scale,
      ];
      paper.fillStyle = paper.strokeStyle = ink.kinds[graph.kind[i]];
      paper.globalAlpha = 0.1 * strength(i);
      paper.fillRect(...place);
      paper.globalAlpha = 0.6 * strength(i);
      paper.strokeRect(...place);
    }
    paper.globalAlpha = 1;
  }

  function crosses(ax, ay, bx, by) {
    return !(
      (ax < 0 && bx < 0) || (ay < 0 && by < 0) ||
      (ax > size.width && bx > size.width) || (ay > size.height && by > size.height)
    );
  }

  function drawLines(limit) {
    const { start, end, relation, weight } = seen.lines;
    const step = Math.ceil(start.length / limit) || 1;
    const strokes = new Map();
    for (let line = 0; line < start.length; line += step) {
      const [a, b] = [start[line], end[line]];
      const [ax, ay, bx, by] = [signX(a), signY(a), signX(b), signY(b)];
      if (!crosses(ax, ay, bx, by)) continue;
      const touches = a === seen.chosen || b === seen.chosen;
      const key = relation[line] * 4 + (touches ? 2 : 0) + (weight[line] > 4 ? 1 : 0);
      if (!strokes.has(key)) strokes.set(key, []);
      strokes.get(key).push(ax, ay, bx, by);
    }
    for (const [key, ends] of [...strokes].sort(([a], [b]) => (a & 2) - (b & 2))) {
      const touches = key & 2;
      paper.strokeStyle = ink.relations[key >> 2];
      paper.lineWidth = (touches ? 2 : 1) * (key & 1 ? 1.8 : 1);
      paper.globalAlpha = touches ? 0.95 : seen.near ? 0.08 : start.length > 400 ? 0.22 : 0.4;
      paper.setLineDash(graph.dashed.includes(key >> 2) && !moving ? [5, 4] : []);
      paper.beginPath();
      for (let n = 0; n < ends.length; n += 4) {
        paper.moveTo(ends[n], ends[n + 1]);
        paper.lineTo(ends[n + 2], ends[n + 3]);
      }
      paper.stroke();
      if (touches) arrows(ends);
    }
    paper.setLineDash([]);
    paper.globalAlpha = 1;
  }

  /* A line of what somebody looks at says which way it is read. */
  function arrows(ends) {
    paper.fillStyle = paper.strokeStyle;
    for (let n = 0; n < ends.length; n += 4) {
      const [ax, ay, bx, by] = ends.slice(n, n + 4);
      const turn = Math.atan2(by - ay, bx - ax);
      const tip = (angle, far) => [bx - far * Math.cos(turn + angle), by - far * Math.sin(turn + angle)];
      paper.beginPath();
      paper.moveTo(...tip(0, 9));
      paper.lineTo(...tip(0.3, 19));
      paper.lineTo(...tip(-0.3, 19));
      paper.fill();
    }
  }

  function drawChain() {
    if (seen.chain.length < 2) return;
    paper.strokeStyle = ink.focus;
    paper.lineWidth = 4;
    paper.beginPath();
    for (const i of seen.chain) paper.lineTo(signX(i), signY(i));
    paper.stroke();
  }

  const signSize = (i) => Math.max(0.3, Math.min(1, grain(i) * 1.4)) * (isBig(i) ? 1.15 : 0.8);

  function drawSigns(numbers, limit) {
    const dots = numbers.length > limit;
    const step = Math.ceil(numbers.length / limit);
    numbers.forEach((i, n) => {
      const small = grain(i) < 0.12 || (dots && !graph.holds(i));
      if (small && n % step) return;
      const [x, y, big] = [signX(i), signY(i), signSize(i)];
      paper.globalAlpha = strength(i);
      paper.fillStyle = ink.kinds[graph.kind[i]];
      if (small) {
        paper.fillRect(x - 1.5, y - 1.5, 3, 3);
        return;
      }
      paper.setTransform(size.dots * big, 0, 0, size.dots * big, size.dots * x, size.dots * y);
      paper.fill(signs[graph.kind[i]]);
      paper.setTransform(size.dots, 0, 0, size.dots, 0, 0);
    });
    paper.globalAlpha = 1;
  }

  function cut(text, room, letter) {
    const most = Math.floor(room / (letter * LETTER));
    if (text.length <= most) return text;
    return most < 3 ? "" : `${text.slice(0, most - 1).trimEnd()}…`;
  }

  /* Breaks a text into lines at spaces, and after hyphens and strokes; what does not fit is cut in any line. */
  function broken(text, room, letter, most) {
    const lines = [];
    let rest = text.replace(/\s+/g, " ").trim();
    const fit = Math.floor(room / (letter * LETTER));
    while (rest && lines.length < most && fit > 2) {
      const isLast = lines.length === most - 1 || rest.length <= fit;
      const breaks = rest.matchAll(/ |[-/](?=\S)/g);
      const ends = Array.from(breaks, ({ 0: sign, index }) => (sign === " " ? index : index + 1));
      const end = isLast ? undefined : (ends.findLast((each) => each <= fit) ?? ends[0]);
      lines.push(cut(rest.slice(0, end), room, letter));
      rest = end === undefined ? "" : rest.slice(end).trimStart();
    }
    return lines;
  }

  function write(text, x, y, colour, room) {
    paper.strokeStyle = ink.raised;
    paper.lineWidth = 3;
    if (!moving) paper.strokeText(text, x, y, room);
    paper.fillStyle = colour;
    paper.fillText(text, x, y, room);
  }

  function drawText(i) {
    const room = graph.width[i] * view.scale;
    const tall = (isOpen(i) ? heading(i) : graph.height[i]) * view.scale;
    if (room < (graph.holds(i) ? 40 : 70) || tall < 10) return false;
    paper.globalAlpha = strength(i);
    const within = isShut(i) ? ` (${graph.last[i] - i - 1})` : "";
    if (isBig(i)) drawMiddle(i, `${graph.label[i]}${within}`, room, tall);
    else drawBeside(i, `${graph.label[i]}${within}`, room, tall);
    return true;
  }

  function drawMiddle(i, label, room, tall) {
    const letter = room < 90 ? 11 : 13;
    const rows = Math.max(1, Math.min(3, Math.floor((0.7 * tall - 11) / (letter + 2))));
    paper.font = `600 ${letter}px ${ink.font}`;
    paper.textAlign = "center";
    broken(label, room - 8, letter, rows).forEach((line, n) =>
      write(line, signX(i), signY(i) + 11 + letter / 2 + n * (letter + 2), ink.ink, room),
    );
    paper.textAlign = "left";
  }

  function drawBeside(i, label, room, tall) {
    const strong = isOpen(i) && !isSmall(i);
    const letter = Math.max(10, Math.min(13, (strong ? 26 : 13) * grain(i)));
    const left = 9 + 8 * signSize(i);
    const space = room - (signX(i) - across(graph.x[i])) - left;
    paper.font = `${strong ? 600 : 400} ${letter}px ${ink.font}`;
    const rows = isOpen(i) || tall < 2 * (letter + 2) ? 1 : 2;
    broken(label, space, letter, rows).forEach((line, n, all) => {
      const down = (n - (all.length - 1) / 2) * (letter + 2);
      write(line, signX(i) + left, signY(i) + down, ink.ink, space);
    });
  }

  function drawTexts({ boxes, things }, limit) {
    paper.textBaseline = "middle";
    paper.lineJoin = "round";
    let written = 0;
    for (const group of [boxes, things])
      for (const i of group) if (written < limit && drawText(i)) written++;
    paper.globalAlpha = 1;
  }

  function drawRing(i, colour) {
    paper.strokeStyle = colour;
    paper.lineWidth = 2;
    paper.beginPath();
    paper.arc(signX(i), signY(i), 12, 0, 7);
    paper.stroke();
  }

  /* What somebody looks at or points to has its whole title, over everything else. */
  function drawNamed(i, colour) {
    if (i < 0 || !seen.fits[i] || seen.cover[i] >= 0) return;
    const [x, y] = [signX(i), signY(i)];
    drawRing(i, colour);
    paper.font = `600 13.5px ${ink.font}`;
    const text = cut(graph.label[i].replace(/\s+/g, " "), 420, 13.5);
    const room = paper.measureText(text).width + 12;
    const left = Math.max(2, Math.min(x + 14, size.width - room - 2));
    paper.fillStyle = ink.raised;
    paper.beginPath();
    paper.rect(left, y - 12, room, 24);
    paper.fill();
    paper.stroke();
    paper.fillStyle = ink.ink;
    paper.fillText(text, left + 6, y);
  }

  /* Draws everything from scratch: see `scene` in graph_picture.js. */
  function draw(scene) {
    ({ view, size, seen, hovered, moving } = scene);
    const limits = moving ? MOVING : RESTING;
    paper.setTransform(size.dots, 0, 0, size.dots, 0, 0);
    paper.fillStyle = ink.raised;
    paper.fillRect(0, 0, size.width, size.height);
    const found = visible();
    drawBoxes(found.boxes);
    drawShut(found.things);
    drawLines(limits.lines);
    drawChain();
    drawSigns([...found.boxes, ...found.things], limits.signs);
    drawTexts(found, limits.texts);
    // Where titles can be read anyway, those of a chain would only hide each other.
    for (const i of seen.chain) (grain(i) < LEGIBLE ? drawNamed : drawRing)(i, ink.focus);
    drawNamed(hovered, ink.quiet);
    drawNamed(seen.chosen, ink.focus);
  }

  colours();
  return { draw, colours };
};
