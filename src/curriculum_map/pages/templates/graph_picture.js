"use strict";
/* The window onto the picture: what part of it is seen, how large, and what stands where. */
const graphPicture = (canvas, graph, { choose, toggle }) => {
  const STILL = 140; // Milliseconds without movement until everything is drawn again.
  const { draw, colours } = graphDrawing(canvas, graph);
  const view = { x: 0, y: 0, scale: 1 };
  /* `view`: the middle of the window on the map, and pixels for each of its own; `size`: of the
     window; `seen`: what passes the filters, what is open, lines, what is chosen and near to it. */
  const scene = { view, size: { width: 0, height: 0, dots: 1 }, seen: null, hovered: -1, moving: false };
  let asked = false;
  let still = 0;

  function redraw() {
    asked = false;
    if (scene.seen && scene.size.width) draw(scene);
  }

  function paint() {
    if (!asked) requestAnimationFrame(redraw);
    asked = true;
  }

  function moved() {
    scene.moving = true;
    clearTimeout(still);
    still = setTimeout(() => {
      scene.moving = false;
      paint();
    }, STILL);
    paint();
  }

  function pan(x, y) {
    view.x -= x / view.scale;
    view.y -= y / view.scale;
    moved();
  }

  function zoom(factor, x = scene.size.width / 2, y = scene.size.height / 2) {
    const { size } = scene;
    const scale = Math.max(0.01, Math.min(8, view.scale * factor));
    view.x += (x - size.width / 2) * (1 / view.scale - 1 / scale);
    view.y += (y - size.height / 2) * (1 / view.scale - 1 / scale);
    view.scale = scale;
    moved();
  }

  /* Shows all of these things, as large as that allows, but not larger than life. */
  function fit(numbers) {
    const { seen, size } = scene;
    const some = numbers.filter((i) => seen.fits[i]);
    if (!some.length || !size.width) return;
    const largest = 1.2 / (graph.isFine(some[0]) ? graph.fine.scale : 1);
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const i of some) {
      left = Math.min(left, graph.x[i]);
      top = Math.min(top, graph.y[i]);
      right = Math.max(right, graph.x[i] + graph.width[i]);
      bottom = Math.max(bottom, graph.y[i] + graph.height[i]);
    }
    view.x = (left + right) / 2;
    view.y = (top + bottom) / 2;
    view.scale = Math.max(
      0.01,
      Math.min(largest, (size.width - 16) / (right - left), (size.height - 16) / (bottom - top)),
    );
    paint();
  }

  /* The innermost thing at a place of the canvas; -1 where there is none. */
  function at(x, y) {
    const { seen, size } = scene;
    const [wx, wy] = [(x - size.width / 2) / view.scale + view.x, (y - size.height / 2) / view.scale + view.y];
    let hit = -1;
    for (let i = 0; i < graph.count; ) {
      const inside =
        graph.x[i] <= wx && wx <= graph.x[i] + graph.width[i] &&
        graph.y[i] <= wy && wy <= graph.y[i] + graph.height[i];
      if (inside && seen.fits[i]) hit = i;
      i = !inside || (seen.fits[i] && graph.holds(i) && !seen.open.has(i)) ? graph.last[i] : i + 1;
    }
    return hit;
  }

  function resize() {
    const { width, height } = canvas.getBoundingClientRect();
    const dots = Math.min(2, devicePixelRatio || 1);
    const { size } = scene;
    if (size.width === width && size.height === height && size.dots === dots) return;
    scene.size = { width, height, dots };
    canvas.width = Math.round(width * dots);
    canvas.height = Math.round(height * dots);
    // Here and not in the next frame: setting a size has wiped the canvas.
    redraw();
  }

  function show(next) {
    scene.seen = next;
    paint();
  }

  resize();
  new ResizeObserver(resize).observe(canvas);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    colours();
    paint();
  });
  graphPointers(canvas, { pan, zoom, at, choose, toggle, hover(i) {
    if (i === scene.hovered) return;
    scene.hovered = i;
    canvas.style.cursor = i < 0 ? "grab" : "pointer";
    paint();
  } });
  const whole = () => fit(Array.from({ length: graph.count }, (_, i) => i));
  return { show, fit, whole, zoom, pan, at, view };
};
