"use strict";
// Runs in a worker beside the page, behind the solver and the scripts that ask it.
let supply;
let solver;

async function unpacked(base64) {
  const packed = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

// The solver would fetch its program itself; it is handed over instead.
async function solverFrom(program) {
  const bytes = await unpacked(program);
  return new Promise((done, fail) => {
    const instantiateWasm = (imports, receive) => {
      WebAssembly.instantiate(bytes, imports).then((made) => receive(made.instance), fail);
      return {};
    };
    Module({ instantiateWasm, print() {}, printErr() {} }).then(done, fail);
  });
}

const ANSWERS = {
  path: ({ journey }) => learningPath(solver, supply, journey),
  others: ({ journey, first, count }) => alternatives(solver, supply, journey, first, count),
};

onmessage = async ({ data: asked }) => {
  try {
    if (asked.program) {
      supply = supplyOf(asked.data);
      solver = await solverFrom(asked.program);
      postMessage({ ready: true });
    } else {
      postMessage({ number: asked.number, answer: ANSWERS[asked.ask](asked) });
    }
  } catch (error) {
    postMessage({ number: asked.number, failed: String(error) });
  }
};
