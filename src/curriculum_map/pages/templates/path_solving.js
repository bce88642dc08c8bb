"use strict";
// Asks for paths in a worker, so that the page stays quick. The solver is loaded when it is first
// needed; a new question ends the one before.

// So many other paths are looked for, so many milliseconds after the first one: somebody who ticks
// several units in a row is not made to wait for them.
const COUNT = 3;
const PATIENCE = 300;

class Solving {
  constructor(given, told) {
    Object.assign(this, { given, told, worker: null, ready: null, busy: false, number: 0 });
    // The solver's program, compiled by the first worker.
    this.program = undefined;
  }

  // Load what is needed, if it is not there; never fails, for asking does.
  prepare() {
    this.ready ??= this.start();
    this.ready.catch(() => {});
  }

  async start() {
    this.loaded ??= loadScript(this.given.solver);
    await this.loaded;
    const { speaker, program: packed } = curriculumMapSolver;
    const scripts = [...document.scripts].map((each) => each.text);
    const answering = scripts.filter((text) => text.startsWith("// In the worker too."));
    const texts = [speaker, ...answering, this.given.worker].map((text) => `${text}\n`);
    const address = URL.createObjectURL(new Blob(texts, { type: "text/javascript" }));
    this.worker = new Worker(address);
    const first = await new Promise((done, fail) => {
      this.worker.onmessage = ({ data }) => done(data);
      this.worker.onerror = () => fail(new Error("The worker did not start."));
      this.worker.postMessage({ packed, program: this.program, data: this.given.data });
    });
    URL.revokeObjectURL(address);
    if (!first.ready) throw new Error(first.failed);
    this.program = first.ready;
    this.worker.onmessage = ({ data }) => this.heard(data);
  }

  stop() {
    this.worker?.terminate();
    Object.assign(this, { worker: null, ready: null, busy: false });
  }

  // The path, and when it is there other paths: `told({answer | failed, others})`.
  async ask(journey) {
    if (this.busy) this.stop();
    const number = (this.number += 1);
    try {
      this.prepare();
      await this.ready;
    } catch (error) {
      this.stop();
      if (number === this.number) this.told({ failed: String(error) });
      return;
    }
    if (number !== this.number) return;
    Object.assign(this, { busy: true, journey });
    this.worker.postMessage({ number, ask: "path", journey });
  }

  heard({ number, answer, failed }) {
    if (number !== this.number) return;
    if (failed) this.busy = false;
    if (failed) this.told({ failed });
    else if (Array.isArray(answer)) {
      this.busy = false;
      this.told({ others: answer });
    } else {
      this.busy = false;
      this.told({ answer });
      setTimeout(() => this.askOthers(number, answer), PATIENCE);
    }
  }

  askOthers(number, { steps }) {
    if (number !== this.number || !this.worker) return;
    this.busy = true;
    const first = steps.map((step) => step.unit);
    this.worker.postMessage({ number, ask: "others", journey: this.journey, first, count: COUNT });
  }
}

function loadScript(address) {
  return new Promise((done, fail) => {
    const script = document.createElement("script");
    script.onload = done;
    script.onerror = () => fail(new Error("The solver was not found."));
    script.src = address;
    document.head.append(script);
  });
}
