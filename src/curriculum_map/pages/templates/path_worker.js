"use strict";
// Runs in a worker beside the page, behind the solver and the scripts that ask it.
let supply;
let solver;

async function compiled(base64) {
  const packed = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}

// The solver would fetch its program itself; it is handed over instead.
function solverFrom(program) {
  return new Promise((done, fail) => {
    const instantiateWasm = (imports, receive) => {
      WebAssembly.instantiate(program, imports).then(receive, fail);
      return {};
    };
    Module({ instantiateWasm, print() {}, printErr() {} }).then(done, fail);
  });
}

const ANSWERS = {
  path: ({ journey }) => learningPath(solver, supply, journey),
  others: ({ journey, first, count }) => alternatives(solver, supply, journey, first, count),
};

// The first message brings the data and the solver's program, packed or, from the second worker
// on, as the first one compiled it and gave it back.
async function begin({ data, packed, program }) {
  supply = supplyOf(data);
  const ready = program ?? (await compiled(packed));
  solver = await solverFrom(ready);
  return { ready };
}

onmessage = async ({ data: asked }) => {
  const { number } = asked;
  try {
    if (asked.data) postMessage(await begin(asked));
    else postMessage({ number, answer: ANSWERS[asked.ask](asked) });
  } catch (error) {
    postMessage({ number, failed: String(error) });
  }
};
