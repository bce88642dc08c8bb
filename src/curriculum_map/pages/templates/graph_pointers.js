"use strict";
/* Mouse, fingers and pen on the picture: drag, pinch, wheel, point, choose, unfold. */
const graphPointers = (canvas, { pan, zoom, at, choose, toggle, hover }) => {
  const [STEADY, AGAIN] = [6, 350]; // Pixels of a click, milliseconds to the second one.
  const down = new Map();
  let travelled = 0;
  let former = { thing: -1, time: 0 };

  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const apart = ([a, b]) => Math.hypot(a.x - b.x, a.y - b.y) || 1;

  canvas.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button) return;
    if (!down.size) travelled = 0;
    down.set(event.pointerId, place(event));
    canvas.setPointerCapture(event.pointerId);
  });

  canvas.addEventListener("pointermove", (event) => {
    const here = place(event);
    const before = down.get(event.pointerId);
    if (!before) {
      hover(at(here.x, here.y));
      return;
    }
    const [x, y] = [here.x - before.x, here.y - before.y];
    const former = [...down.values()];
    travelled += Math.abs(x) + Math.abs(y);
    down.set(event.pointerId, here);
    if (down.size === 1 && travelled > STEADY) pan(x, y);
    if (down.size !== 2) return;
    const both = [...down.values()];
    pan(x / 2, y / 2);
    zoom(apart(both) / apart(former), (both[0].x + both[1].x) / 2, (both[0].y + both[1].y) / 2);
  });

  function up(event) {
    const here = down.get(event.pointerId);
    down.delete(event.pointerId);
    if (!here || down.size || travelled > STEADY || event.type === "pointercancel") return;
    const thing = at(here.x, here.y);
    const again = thing >= 0 && thing === former.thing && event.timeStamp - former.time < AGAIN;
    former = { thing: again ? -1 : thing, time: event.timeStamp };
    if (again) toggle(thing);
    else choose(thing);
  }
  canvas.addEventListener("pointerup", up);
  canvas.addEventListener("pointercancel", up);
  canvas.addEventListener("pointerleave", () => hover(-1));

  // A wheel goes on scrolling the page until somebody works in the picture.
  canvas.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && document.activeElement !== canvas) return;
      event.preventDefault();
      const here = place(event);
      zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), here.x, here.y);
    },
    { passive: false },
  );
};
